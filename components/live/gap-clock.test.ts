import { expect, it } from "vitest";
import { createGapClock } from "./gap-clock";

function start() {
  const now = { wall: 1_000_000, steady: 3_000 };
  const clock = createGapClock({ wall: () => now.wall, steady: () => now.steady });
  const pass = (ms: { wall: number; steady: number }) => {
    now.wall += ms.wall;
    now.steady += ms.steady;
  };
  return { clock, pass };
}

it("counts from when the page was asked for, then from the last word", () => {
  const { clock, pass } = start();
  expect(clock.gapMs()).toBe(3_000);
  clock.hear();
  pass({ wall: 500, steady: 500 });
  expect(clock.gapMs()).toBe(500);
});

it("counts the sleep of a device, and is not misled by a clock that is set back", () => {
  const { clock, pass } = start();
  clock.hear();
  pass({ wall: 28_800_000, steady: 5 });
  expect(clock.gapMs()).toBe(28_800_000);
  clock.hear();
  pass({ wall: -3_600_000, steady: 700 });
  expect(clock.gapMs()).toBe(700);
});
