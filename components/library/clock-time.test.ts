import { expect, it } from "vitest";
import { clockTime } from "./clock-time";

it.each([
  [400, "0:01"],
  [7_000, "0:07"],
  [65_400, "1:05"],
  [3_605_000, "1:00:05"],
])("writes %i ms as %s", (ms, text) => {
  expect(clockTime(ms)).toBe(text);
});
