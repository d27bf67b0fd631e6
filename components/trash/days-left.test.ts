import { expect, it } from "vitest";
import { daysLeft } from "./days-left";

it("counts the days until the trash lets go, and never below none", () => {
  const at = "2026-11-01T12:00:00.000Z";
  const on = (text: string) => daysLeft(at, 7, Date.parse(text));
  expect(on("2026-11-01T12:00:00.000Z")).toBe(7);
  expect(on("2026-11-02T12:00:01.000Z")).toBe(6);
  expect(on("2026-11-08T11:00:00.000Z")).toBe(1);
  expect(on("2026-11-20T00:00:00.000Z")).toBe(0);
});
