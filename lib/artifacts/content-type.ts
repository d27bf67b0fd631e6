import type { ArtifactType } from "./schema";

export type ArtifactKind = "video" | "image" | "audio";

const byEnding: Record<string, string> = {
  mp4: "video/mp4",
  m4v: "video/mp4",
  mov: "video/quicktime",
  webm: "video/webm",
  mkv: "video/x-matroska",
  avi: "video/x-msvideo",
  wmv: "video/x-ms-wmv",
  flv: "video/x-flv",
  mpg: "video/mpeg",
  mpeg: "video/mpeg",
  "3gp": "video/3gpp",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  heic: "image/heic",
  heif: "image/heif",
  bmp: "image/bmp",
  tif: "image/tiff",
  tiff: "image/tiff",
  svg: "image/svg+xml",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  aac: "audio/aac",
  wav: "audio/wav",
  ogg: "audio/ogg",
  oga: "audio/ogg",
  opus: "audio/ogg",
  flac: "audio/flac",
  pdf: "application/pdf",
  txt: "text/plain",
  md: "text/markdown",
  json: "application/json",
  csv: "text/csv",
  srt: "application/x-subrip",
  vtt: "text/vtt",
  zip: "application/zip",
};

/** What the sender says, or what the name's ending says when the sender does not know. */
export function contentTypeOf(name: string, given: string | undefined): string {
  if (given && given !== "application/octet-stream") return given;
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return byEnding[ending] ?? "application/octet-stream";
}

export function typeOf(contentType: string): ArtifactType {
  if (contentType.startsWith("video/")) return "VIDEO";
  if (contentType.startsWith("image/")) return "IMAGE";
  if (contentType.startsWith("audio/")) return "AUDIO";
  return "FILE";
}

/** What bytes of this type must be; undefined: anything. */
export function kindOf(type: ArtifactType): ArtifactKind | undefined {
  switch (type) {
    case "VIDEO":
    case "PREVIEW_VIDEO":
    case "FINAL_VIDEO":
      return "video";
    case "IMAGE":
    case "KEYFRAME":
    case "REFERENCE_IMAGE":
      return "image";
    case "AUDIO":
    case "MUSIC":
    case "VOICE":
      return "audio";
    case "FILE":
    case "SCRIPT":
    case "PROMPT":
      return undefined;
  }
}
