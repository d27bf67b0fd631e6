import { expect, it } from "vitest";
import { stepOf } from "./step-of";

it("moves within a grid and stays at its edges", () => {
  expect(stepOf("ArrowRight", 0, 7, 3)).toBe(1);
  expect(stepOf("ArrowLeft", 0, 7, 3)).toBe(0);
  expect(stepOf("ArrowDown", 1, 7, 3)).toBe(4);
  expect(stepOf("ArrowUp", 1, 7, 3)).toBe(1);
  expect(stepOf("End", 1, 7, 3)).toBe(6);
  expect(stepOf("Home", 5, 7, 3)).toBe(0);
});

it("goes down into a last row that is shorter, and not beyond it", () => {
  expect(stepOf("ArrowDown", 5, 7, 3)).toBe(6);
  expect(stepOf("ArrowDown", 6, 7, 3)).toBe(6);
});

it("leaves other keys, and sideways ones in a single column, to the browser", () => {
  expect(stepOf("Enter", 0, 7, 3)).toBeUndefined();
  expect(stepOf("ArrowRight", 0, 7, 1)).toBeUndefined();
  expect(stepOf("ArrowDown", 0, 7, 1)).toBe(1);
});
