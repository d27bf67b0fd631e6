import { expect, it } from "vitest";
import { spanStart, startOfDay } from "@/components/library/find/days";
import { keptQuery, shownQuery } from "./kept-query";

const now = new Date(2026, 10, 26, 15);
const later = new Date(2026, 11, 4, 9);
const queryOf = (values: Record<string, string | undefined>) =>
  new URLSearchParams(values as Record<string, string>).toString();

it("keeps the last days as such, so that they are counted from the day it is opened", () => {
  const kept = keptQuery(queryOf({ kind: "video", from: spanStart("week", now) }), now);
  expect(kept).toBe("kind=video&span=week");
  expect(shownQuery(kept, later)).toBe(queryOf({ kind: "video", from: startOfDay("2026-11-28") }));
});

it("keeps days that somebody named as they are", () => {
  const first = queryOf({ from: startOfDay("2026-11-01") });
  const whole = queryOf({ from: spanStart("week", now), to: startOfDay("2026-12-01") });
  for (const query of [first, whole, "tag=new", ""]) {
    expect(keptQuery(query, now)).toBe(query);
    expect(shownQuery(query, later)).toBe(query);
  }
});
