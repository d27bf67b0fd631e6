const byEnding: Record<string, string> = {
  mp4: "video/mp4",
  m4v: "video/mp4",
  mov: "video/quicktime",
  mkv: "video/x-matroska",
  webm: "video/webm",
  avi: "video/x-msvideo",
  mts: "video/mp2t",
  m2ts: "video/mp2t",
  mpg: "video/mpeg",
  mpeg: "video/mpeg",
  wmv: "video/x-ms-wmv",
  "3gp": "video/3gpp",
  heic: "image/heic",
  heif: "image/heif",
  avif: "image/avif",
  webp: "image/webp",
  m4a: "audio/mp4",
  flac: "audio/flac",
  opus: "audio/ogg",
};

const wellFormed = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/;

/** What the browser says; by the ending when it does not know (mkv, mov and heic on many systems). */
export function contentTypeOf({ name, type }: { name: string; type: string }): string {
  const said = type.split(";")[0]?.trim().toLowerCase() ?? "";
  if (wellFormed.test(said) && said.length <= 127) return said;
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return byEnding[ending] ?? "application/octet-stream";
}
