import { describe, expect, it } from "vitest";
import { contentDisposition } from "@/lib/storage";
import { presentationHeaders } from "./presentation";

describe("what is shown in place", () => {
  it.each(["image/png", "video/mp4", "audio/mpeg"])("is %s, as itself", (contentType) => {
    const headers = presentationHeaders({ contentType, disposition: "inline", fileName: "a" });
    expect(headers["content-type"]).toBe(contentType);
    expect(headers["content-disposition"]).toMatch(/^inline;/);
  });

  it.each([
    "image/svg+xml",
    "text/html",
    "application/xhtml+xml",
    "text/xml",
    "application/javascript",
    "application/pdf",
    "text/css",
    "application/wasm",
    "multipart/x-mixed-replace",
    "application/octet-stream",
    "",
  ])("is never %s", (contentType) => {
    const headers = presentationHeaders({ contentType, disposition: "inline", fileName: "a" });
    expect(headers["content-type"]).toBe("application/octet-stream");
    expect(headers["content-disposition"]).toMatch(/^attachment;/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toContain("sandbox");
  });
});

describe("content-disposition", () => {
  it.each([
    ["ad.mp4", "ad.mp4", "ad.mp4"],
    ["新品 \u{1F389}.mp4", "__ _.mp4", "%E6%96%B0%E5%93%81%20%F0%9F%8E%89.mp4"],
    ["../../etc/passwd", "__.._etc_passwd", "__.._etc_passwd"],
    ["..\\windows\\x", "__windows_x", "__windows_x"],
    ['a"b;\r\nSet-Cookie: x=1', "a_b;Set-Cookie: x=1", "a%22b%3BSet-Cookie%3A%20x%3D1"],
    ["a\0b", "ab", "ab"],
    ["it's (1)*.png", "it's (1)*.png", "it%27s%20%281%29%2A.png"],
    ["\ud83d", "_", "%EF%BF%BD"],
    ["", "file", "file"],
  ])("of %j", (name, plain, encoded) => {
    expect(contentDisposition("inline", name)).toBe(
      `inline; filename="${plain}"; filename*=UTF-8''${encoded}`,
    );
  });

  it("keeps the extension of 300 characters, and is a header that Node accepts", () => {
    const header = contentDisposition("attachment", `${"\u{1F389}".repeat(296)}.mp4`);
    expect(decodeURIComponent(header.split("UTF-8''")[1] ?? "")).toBe(
      `${"\u{1F389}".repeat(196)}.mp4`,
    );
    expect(header).toMatch(/^[\x20-\x7e]+$/);
  });
});
