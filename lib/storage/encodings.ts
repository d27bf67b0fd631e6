import type { LayerOptions } from "@/lib/config";
import type { Keyring } from "./keyring";

/** What was done to the bytes, in the order in which it was done, as placements record it. */
export const gzip = "gzip";
const encryptedWith = "aes-256-gcm:";

/** Parts cannot be compressed each by itself, so what is larger than one PUT stays as it is. */
const maxCompressedBytes = 16 * 1024 * 1024;
const textLike =
  /^(text\/|image\/svg\+xml$|application\/(json|xml|yaml|x-yaml|x-ndjson|javascript|x-subrip)$|application\/.+\+(json|xml)$)/;

export function keyIdOf(encodings: readonly string[]): string | undefined {
  return encodings.find((name) => name.startsWith(encryptedWith))?.slice(encryptedWith.length);
}

interface NewBytes {
  contentType: string;
  /** undefined: not known beforehand. */
  sizeBytes?: number | undefined;
}

/** What is to be done to new bytes of a client. */
export async function encodingsFor(
  clientId: string,
  { contentType, sizeBytes }: NewBytes,
  { compression, isEncrypted }: LayerOptions,
  keyring: Keyring | undefined,
): Promise<string[]> {
  const isCompressed =
    compression !== undefined &&
    textLike.test(contentType) &&
    sizeBytes !== undefined &&
    sizeBytes >= compression.thresholdBytes &&
    sizeBytes <= maxCompressedBytes;
  const encodings = isCompressed ? [gzip] : [];
  if (!isEncrypted || !keyring) return encodings;
  return [...encodings, `${encryptedWith}${await keyring.currentId(clientId)}`];
}
