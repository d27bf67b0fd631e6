// ffmpeg is told what to read the bytes as. Left to guess, it would take a text that looks like a
// playlist for one and open the files that it names.
const demuxers: Record<string, string> = {
  "video/mp4": "mov",
  "video/quicktime": "mov",
  "video/x-m4v": "mov",
  "video/3gpp": "mov",
  "video/3gpp2": "mov",
  "audio/mp4": "mov",
  "audio/x-m4a": "mov",
  "video/webm": "matroska",
  "audio/webm": "matroska",
  "video/matroska": "matroska",
  "video/x-matroska": "matroska",
  "audio/x-matroska": "matroska",
  "video/vnd.avi": "avi",
  "video/x-msvideo": "avi",
  "video/x-flv": "flv",
  "video/x-ms-asf": "asf",
  "video/x-ms-wmv": "asf",
  "audio/x-ms-asf": "asf",
  "video/MP1S": "mpeg",
  "video/MP2P": "mpeg",
  "video/mpeg": "mpeg",
  "video/mp2t": "mpegts",
  "video/ogg": "ogg",
  "audio/ogg": "ogg",
  "application/ogg": "ogg",
  "audio/mpeg": "mp3",
  "audio/wav": "wav",
  "audio/flac": "flac",
  "audio/x-flac": "flac",
  "audio/aac": "aac",
  "audio/aiff": "aiff",
  "audio/amr": "amr",
  "audio/ape": "ape",
};

/** ffmpeg's name of the container; undefined: ffmpeg is not asked. */
export function demuxerOf(contentType: string): string | undefined {
  return demuxers[contentType];
}

/** What every call to ffmpeg and ffprobe says of its input. */
export function inputArgs(demuxer: string, path: string): string[] {
  return ["-protocol_whitelist", "file,pipe", "-f", demuxer, "-i", `file:${path}`];
}
