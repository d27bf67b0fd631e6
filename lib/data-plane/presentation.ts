// The only types that a browser may show in place. None of them can carry a script; SVG, HTML,
// XML and PDF can, so they and everything unknown leave as a download without a type.
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

/** Headers that keep an uploaded file from ever running on our origin. */
export function presentationHeaders(wanted: Presentation): Record<string, string> {
  const safe = shownInPlace.has(wanted.contentType);
  return {
    "content-type": safe ? withCharset(wanted.contentType) : "application/octet-stream",
    "content-disposition": contentDisposition(
      safe ? wanted.disposition : "attachment",
      wanted.fileName,
    ),
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

/** RFC 6266: a plain name for old programs, the true one by RFC 8187. Never a path. */
export function contentDisposition(kind: "inline" | "attachment", fileName: string): string {
  const name = bareName(fileName);
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/gu, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

const maxNameCharacters = 200;

function bareName(fileName: string): string {
  const clean = fileName
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[/\\]/g, "_")
    .replace(/^\.+/, "_")
    .trim();
  const characters = [...clean];
  if (characters.length <= maxNameCharacters) return clean || "file";
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(clean)?.[0] ?? "";
  return characters.slice(0, maxNameCharacters - extension.length).join("") + extension;
}
