import type { ByteSource } from "./byte-source";

const maxBoxes = 10_000;

/** Whether an MP4 or QuickTime file ends before its boxes do (ISO/IEC 14496-12 §4.2). */
export async function isCutShort(
  source: ByteSource,
  contentType: string | undefined,
): Promise<boolean> {
  if (!contentType || !/^(video|audio)\/(mp4|quicktime|x-m4[va]|3gpp2?)$/.test(contentType)) {
    return false;
  }
  let offset = 0;
  let hasIndex = false;
  let hasMedia = false;
  for (let count = 0; offset < source.sizeBytes && count < maxBoxes; count += 1) {
    const header = await source.read(offset, Math.min(offset + 16, source.sizeBytes));
    if (header.length < 8) break;
    const type = header.toString("latin1", 4, 8);
    const size = boxSize(header, source.sizeBytes - offset);
    // Zeros and other padding after the last box are no box.
    if (size === undefined || !/^[\x20-\x7e\xa9]{4}$/.test(type)) break;
    if (offset + size > source.sizeBytes) return true;
    if (type === "moov" || type === "moof") hasIndex = true;
    if (type === "mdat") hasMedia = true;
    offset += size;
  }
  return !(hasIndex && hasMedia);
}

function boxSize(header: Buffer, rest: number): number | undefined {
  const size = header.readUInt32BE(0);
  if (size === 0) return rest;
  if (size === 1) return header.length < 16 ? undefined : Number(header.readBigUInt64BE(8));
  return size < 8 ? undefined : size;
}
