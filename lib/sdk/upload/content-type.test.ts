import { expect, it } from "vitest";
import { contentTypeOf } from "./content-type";

it.each([
  ["a.mp4", "video/mp4", "video/mp4"],
  ["a.webm", "video/webm; codecs=vp9", "video/webm"],
  ["a.MKV", "", "video/x-matroska"],
  ["a.heic", "", "image/heic"],
  ["README", "", "application/octet-stream"],
  ["a.bin", "not a type", "application/octet-stream"],
])("takes %s of type %j for %s", (name, type, expected) => {
  expect(contentTypeOf({ name, type })).toBe(expected);
});
