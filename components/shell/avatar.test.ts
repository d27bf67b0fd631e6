import { expect, it } from "vitest";
import { initialsOf } from "./avatar";

it("takes the first letters of the first and the last word", () => {
  expect(initialsOf("ada maria lovelace")).toBe("AL");
  expect(initialsOf("Élodie")).toBe("É");
});

it("takes the last character of a Chinese name", () => {
  expect(initialsOf("王小明")).toBe("明");
});

it("never cuts a character in two", () => {
  expect(initialsOf("😀 smile")).toBe("😀S");
  expect(initialsOf("  ")).toBe("");
});
