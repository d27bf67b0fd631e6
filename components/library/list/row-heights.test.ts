import { expect, it } from "vitest";
import { createRowHeights } from "./row-heights";

it("takes rows that nobody has seen for as high as the others", () => {
  const heights = createRowHeights(100);
  expect(heights.before(3)).toBe(300);
  heights.set(0, 50);
  heights.set(1, 70);
  expect(heights.of(5)).toBe(60);
  expect(heights.before(3)).toBe(50 + 70 + 60);
});

it("finds the row at a place, the last one below all", () => {
  const heights = createRowHeights(100);
  heights.set(0, 40);
  heights.set(1, 160);
  expect([0, 39, 40, 199, 200, 299].map((offset) => heights.at(offset, 10))).toEqual([
    0, 0, 1, 1, 2, 2,
  ]);
  expect(heights.at(1_000_000, 10)).toBe(9);
  expect(heights.at(-20, 10)).toBe(0);
});

it("says whether a height is news", () => {
  const heights = createRowHeights(100);
  expect(heights.set(0, 50)).toBe(true);
  expect(heights.set(0, 50.2)).toBe(false);
  expect(heights.set(0, 60)).toBe(true);
  expect(heights.before(2)).toBe(120);
});
