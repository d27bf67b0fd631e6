import { describe, expect, it } from "vitest";
import { keyNames } from "./key-names";

describe("keyNames", () => {
  it("says what is printed on the keyboard of the platform", () => {
    expect(keyNames("Mod+k", true)).toEqual(["⌘", "K"]);
    expect(keyNames("Mod+k", false)).toEqual(["Ctrl", "K"]);
    expect(keyNames("Shift+ArrowLeft", false)).toEqual(["Shift", "←"]);
    expect(keyNames("?", false)).toEqual(["?"]);
  });
});
