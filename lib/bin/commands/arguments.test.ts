import { expect, it } from "vitest";
import { bytesOrNone, countOrNone } from "./arguments";

it.each([
  ["10GB", 10_000_000_000],
  ["1.5 tb", 1_500_000_000_000],
  ["512MiB", 536_870_912],
  ["0", 0],
  ["none", null],
])("reads the size %s", (text, bytes) => {
  expect(bytesOrNone(text)).toBe(bytes);
});

it.each(["", "ten", "10 apples", "-1GB", "1e9", "99999999TB"])("refuses the size %j", (text) => {
  expect(() => bytesOrNone(text)).toThrow("It must be a size");
});

it("reads a whole number or none, and nothing else", () => {
  expect([countOrNone("5000"), countOrNone("none")]).toEqual([5000, null]);
  for (const text of ["", "-1", "1.5", "1e3"]) expect(() => countOrNone(text)).toThrow("whole");
});
