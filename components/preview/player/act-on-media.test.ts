import { expect, it } from "vitest";
import { frameBeside } from "./act-on-media";

it("steps to the middle of the picture beside, wherever in a picture it stands", () => {
  expect(frameBeside(1, 25, 1)).toBeCloseTo(26.5 / 25);
  expect(frameBeside(1.02, 25, 1)).toBeCloseTo(26.5 / 25);
  expect(frameBeside(1.02, 25, -1)).toBeCloseTo(24.5 / 25);
  expect(frameBeside(frameBeside(2, 29.97, 1), 29.97, -1)).toBeCloseTo(59.5 / 29.97);
  expect(frameBeside(0, 25, -1)).toBe(0);
});
