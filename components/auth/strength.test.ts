import { expect, it } from "vitest";
import { Password } from "@/lib/auth/schema";
import { missingCharacters, strengthOf } from "./strength";

it("calls short exactly what the server would refuse as too short", () => {
  for (const length of [1, 9, 10, 15, 16, 30]) {
    const password = "a".repeat(length);
    expect(strengthOf(password) === "short").toBe(!Password.safeParse(password).success);
  }
});

it("counts what is missing", () => {
  expect([missingCharacters("abc"), missingCharacters("abcdefghijkl")]).toEqual([7, 0]);
});
