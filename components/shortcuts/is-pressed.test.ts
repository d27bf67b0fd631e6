import { describe, expect, it } from "vitest";
import { isPressed } from "./is-pressed";

const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const press = (key: string, more: Partial<typeof none> = {}) => ({ ...none, ...more, key });

describe("isPressed", () => {
  it("takes Mod for ⌘ on Apple and for Ctrl elsewhere", () => {
    expect(isPressed(press("k", { ctrlKey: true }), "Mod+k", false)).toBe(true);
    expect(isPressed(press("k", { metaKey: true }), "Mod+k", true)).toBe(true);
    expect(isPressed(press("k", { ctrlKey: true }), "Mod+k", true)).toBe(false);
    expect(isPressed(press("k"), "Mod+k", false)).toBe(false);
  });

  it("does not mind capitals, nor Shift where a layout needs it for a sign", () => {
    expect(isPressed(press("K", { ctrlKey: true }), "Mod+k", false)).toBe(true);
    expect(isPressed(press("?", { shiftKey: true }), "?", false)).toBe(true);
    expect(isPressed(press("？", { shiftKey: true }), "?", false)).toBe(true);
    expect(isPressed(press("/", { shiftKey: true }), "/", false)).toBe(true);
    expect(isPressed(press("+", { shiftKey: true }), "+", false)).toBe(true);
  });

  it("minds Shift at letters and named keys", () => {
    expect(isPressed(press("ArrowLeft", { shiftKey: true }), "ArrowLeft", false)).toBe(false);
    expect(isPressed(press("ArrowLeft", { shiftKey: true }), "Shift+ArrowLeft", false)).toBe(true);
    expect(isPressed(press("F", { shiftKey: true }), "f", false)).toBe(false);
  });

  it("leaves the browser what is the browser's", () => {
    expect(isPressed(press("?", { ctrlKey: true }), "?", false)).toBe(false);
    expect(isPressed(press("f", { metaKey: true }), "f", false)).toBe(false);
  });
});
