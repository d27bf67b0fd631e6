import { expect, it } from "vitest";
import { extendTo, nothingSelected, selectedOf, toggle } from "./selection";

const shown = ["a", "b", "c", "d"];

it("turns one on and off", () => {
  const one = toggle(nothingSelected, "b");
  expect(selectedOf(one, shown)).toEqual(["b"]);
  expect(selectedOf(toggle(one, "b"), shown)).toEqual([]);
});

it("takes a range by shift, in both directions", () => {
  expect(selectedOf(extendTo(toggle(nothingSelected, "b"), "d", shown), shown)).toEqual([
    "b",
    "c",
    "d",
  ]);
  expect(selectedOf(extendTo(toggle(nothingSelected, "c"), "a", shown), shown)).toEqual([
    "a",
    "b",
    "c",
  ]);
});

it("begins with one when there is nothing to extend", () => {
  expect(selectedOf(extendTo(nothingSelected, "c", shown), shown)).toEqual(["c"]);
});

it("forgets what someone else has deleted", () => {
  expect(selectedOf(toggle(nothingSelected, "b"), ["a", "c"])).toEqual([]);
});
