import { expect, it } from "vitest";
import { timeText } from "./time-text";

it("writes a moment as players do", () => {
  expect([0, 0.9, 65.4, 600, 3605, Number.NaN].map(timeText)).toEqual([
    ...["0:00", "0:00", "1:05", "10:00", "1:00:05", "0:00"],
  ]);
});
