import { expect, it } from "vitest";
import { nameProblem } from "./name-problem";

it.each([
  ["新品 ☕ ../a.mp4", undefined],
  ["   ", "empty"],
  ["a".repeat(256), "tooLong"],
  ["a\u0000b", "badCharacters"],
])("judges %j as %s", (name, problem) => {
  expect(nameProblem(name)).toBe(problem);
});
