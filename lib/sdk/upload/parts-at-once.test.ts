import { expect, it } from "vitest";
import { partsAtOnce } from "./parts-at-once";

const mebibyte = 1024 * 1024;

it.each([
  ["before anything is known", 0, 0, 2],
  ["on a phone in a cellar", 0.3 * mebibyte, 1_000, 2],
  ["on a shop's line", 2.5 * mebibyte, 1_000, 2],
  ["on fibre", 7 * mebibyte, 1_000, 3],
  ["in the office's network", 90 * mebibyte, 1_000, 4],
])("%s: %d bytes in %d ms are %d parts at once", (_, sentBytes, elapsedMs, expected) => {
  expect(partsAtOnce(sentBytes, elapsedMs, 8 * mebibyte)).toBe(expected);
});
