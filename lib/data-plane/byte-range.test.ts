import { describe, expect, it } from "vitest";
import { isNotModified, wantedRange } from "./byte-range";

const etag = '"abc"';

describe("wantedRange", () => {
  it.each([
    [undefined, "whole"],
    ["bytes=0-0", { start: 0, end: 0 }],
    ["bytes=2-5", { start: 2, end: 5 }],
    ["Bytes= 2-5", { start: 2, end: 5 }],
    ["bytes=2-", { start: 2, end: 9 }],
    ["bytes=2-999", { start: 2, end: 9 }],
    ["bytes=-3", { start: 7, end: 9 }],
    ["bytes=-999", { start: 0, end: 9 }],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=10-", "unsatisfiable"],
    ["bytes=10-20", "unsatisfiable"],
    ["bytes=5-2", "whole"],
    ["bytes=0-1,3-4", "whole"],
    ["bytes=", "whole"],
    ["bytes=-", "whole"],
    ["bytes=a-b", "whole"],
    ["items=0-1", "whole"],
  ])("of ten bytes, %j is %j", (header, expected) => {
    expect(wantedRange(header, undefined, etag, 10)).toEqual(expected);
  });

  it("of nothing is never a piece", () => {
    expect(wantedRange("bytes=0-", undefined, etag, 0)).toBe("unsatisfiable");
    expect(wantedRange("bytes=-5", undefined, etag, 0)).toBe("whole");
  });

  it("holds only while the caller's copy is of the same bytes", () => {
    expect(wantedRange("bytes=0-1", etag, etag, 10)).toEqual({ start: 0, end: 1 });
    for (const ifRange of ['"other"', `W/${etag}`, "Mon, 01 Jun 2026 12:00:00 GMT"]) {
      expect(wantedRange("bytes=0-1", ifRange, etag, 10)).toBe("whole");
    }
  });
});

it("knows a copy that is still good", () => {
  for (const header of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
    expect(isNotModified(header, etag)).toBe(true);
  }
  for (const header of [undefined, "", '"x"', "abc"]) {
    expect(isNotModified(header, etag)).toBe(false);
  }
});
