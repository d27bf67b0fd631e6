import { describe, expect, it } from "vitest";
import { safeNextPath, signInPath } from "./next-path";

describe("safeNextPath", () => {
  it("keeps a path of this site with its query and fragment", () => {
    expect(safeNextPath("/c/client_001/library?view=grid#top")).toBe(
      "/c/client_001/library?view=grid#top",
    );
  });

  it("never leaves the site", () => {
    const elsewhere = [
      "https://evil.example/",
      "//evil.example",
      "/\\evil.example",
      "/\t/evil.example",
      "/x/..//evil.example",
      "/.//evil.example",
      "javascript:alert(1)",
      "evil.example",
      "",
      null,
      undefined,
    ];
    expect(elsewhere.map(safeNextPath)).toEqual(elsewhere.map(() => "/"));
  });

  it("does not lead back to sign-in, nor to an answer of the API", () => {
    expect(["/sign-in?next=/", "/api/v1/me"].map(safeNextPath)).toEqual(["/", "/"]);
  });
});

describe("signInPath", () => {
  it("carries the path, encoded", () => {
    expect(signInPath("/c/a/screens?x=1&y=2")).toBe(
      "/sign-in?next=%2Fc%2Fa%2Fscreens%3Fx%3D1%26y%3D2",
    );
    expect(signInPath(null)).toBe("/sign-in");
  });
});
