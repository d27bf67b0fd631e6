import { describe, expect, it } from "vitest";
import { sectionOf, sectionPath } from "./sections";

describe("sectionOf", () => {
  it("finds the section of a client's page, also below it", () => {
    expect(sectionOf("/c/client_001/people")).toBe("people");
    expect(sectionOf("/c/client_001/library/some-id")).toBe("library");
  });

  it("knows none elsewhere", () => {
    expect(["/", "/account", "/c/library", "/c/a/unknown"].map(sectionOf)).toEqual(
      Array(4).fill(undefined),
    );
  });
});

describe("sectionPath", () => {
  it("leads to the library when no section is open", () => {
    expect(sectionPath("b", sectionOf("/account"))).toBe("/c/b/library");
  });
});
