import { contentDisposition } from "@/lib/storage";

// The only types that a browser may show in place. None of them can carry a script; SVG, HTML,
// XML and PDF can.
const shownInPlace = new Set([
  "image/jpeg",
  "image/png",
  "image/gif",
  "image/webp",
  "image/avif",
  "image/bmp",
  "image/heic",
  "image/heif",
  "video/mp4",
  "video/webm",
  "video/ogg",
  "video/quicktime",
  "video/x-m4v",
  "video/x-matroska",
  "video/mpeg",
  "video/mp2t",
  "video/3gpp",
  "video/x-msvideo",
  "audio/mpeg",
  "audio/mp4",
  "audio/x-m4a",
  "audio/aac",
  "audio/ogg",
  "audio/opus",
  "audio/wav",
  "audio/x-wav",
  "audio/flac",
  "audio/x-flac",
  "audio/webm",
  "text/plain",
]);

interface Presentation {
  contentType: string;
  disposition: "inline" | "attachment";
  fileName: string;
}

/** What may not be shown in place leaves as a download without a type. */
export function presentationOf({
  contentType,
  disposition,
}: Omit<Presentation, "fileName">): Omit<Presentation, "fileName"> {
  return shownInPlace.has(contentType)
    ? { contentType: withCharset(contentType), disposition }
    : { contentType: "application/octet-stream", disposition: "attachment" };
}

/** Headers that keep an uploaded file from ever running on our origin. */
export function presentationHeaders(wanted: Presentation): Record<string, string> {
  const { contentType, disposition } = presentationOf(wanted);
  return {
    "content-type": contentType,
    "content-disposition": contentDisposition(disposition, wanted.fileName),
    "x-content-type-options": "nosniff",
    // The second belt, should a browser open it as a document after all; media documents need
    // their own picture, sound and style.
    "content-security-policy":
      "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox",
  };
}

function withCharset(contentType: string): string {
  return contentType === "text/plain" ? "text/plain; charset=utf-8" : contentType;
}
