import { expect, it } from "vitest";
import { contentTypeOf, typeOf } from "./content-type";

it("believes the sender, and the name's ending when the sender does not know", () => {
  expect(contentTypeOf("film.bin", "video/webm")).toBe("video/webm");
  expect(contentTypeOf("Film.MP4", "application/octet-stream")).toBe("video/mp4");
  expect(contentTypeOf("照片.jpeg", undefined)).toBe("image/jpeg");
  expect(contentTypeOf("no ending", undefined)).toBe("application/octet-stream");
  expect(contentTypeOf(".mp4.", undefined)).toBe("application/octet-stream");
});

it("sorts files by their content type", () => {
  expect(["video/mp4", "image/svg+xml", "audio/ogg", "text/html"].map(typeOf)).toEqual([
    "VIDEO",
    "IMAGE",
    "AUDIO",
    "FILE",
  ]);
});
