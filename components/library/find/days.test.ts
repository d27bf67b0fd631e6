import { expect, it } from "vitest";
import { dayBefore, dayOf, startOfDay } from "./days";

it("goes from a day to an instant and back, by the clock here", () => {
  expect(dayOf(startOfDay("2026-03-01"))).toBe("2026-03-01");
  expect(dayOf(startOfDay("2026-02-28", 1))).toBe("2026-03-01");
  expect(dayOf(startOfDay("2026-03-01"), -1)).toBe("2026-02-28");
  expect(dayOf(startOfDay(dayBefore(new Date(2026, 0, 3, 15), 6)))).toBe("2025-12-28");
});

it("makes nothing of what is no day", () => {
  expect(startOfDay("")).toBeUndefined();
  expect(startOfDay("soon")).toBeUndefined();
  expect(dayOf(undefined)).toBe("");
  expect(dayOf("soon")).toBe("");
});
