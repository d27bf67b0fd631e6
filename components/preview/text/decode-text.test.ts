import { expect, it } from "vitest";
import { decodeText } from "./decode-text";

it("reads UTF-8, with a mark before it or without, and cut within a letter", () => {
  const bytes = new TextEncoder().encode("字幕: coffee");
  expect(decodeText(bytes)).toEqual({ text: "字幕: coffee", encoding: "UTF-8" });
  expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes))?.text).toBe("字幕: coffee");
  expect(decodeText(bytes.subarray(0, 5))).toEqual({ text: "字", encoding: "UTF-8" });
});

it("reads what Chinese Windows writes", () => {
  const gbk = Uint8Array.of(0xcf, 0xc4, 0xbc, 0xbe, 0xb4, 0xd9, 0xcf, 0xfa);
  expect(decodeText(gbk)).toEqual({ text: "夏季促销", encoding: "GB18030" });
  expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x57, 0x5b))).toMatchObject({ encoding: "UTF-16" });
});

it("takes no picture for a text", () => {
  expect(decodeText(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d))).toBeUndefined();
});
