import { createHash } from "node:crypto";
import { addAbortSignal } from "node:stream";
import type { Driver } from "@/lib/storage";

interface Expected {
  sizeBytes: number;
  /** What the sender computed, if it did. */
  claimedSha256: string | null;
}

/** Reads the bytes once; undefined: they are not those that were sent. */
export async function verifyBytes(
  driver: Driver,
  objectKey: string,
  { sizeBytes, claimedSha256 }: Expected,
  signal: AbortSignal,
): Promise<string | undefined> {
  const hash = createHash("sha256");
  let readBytes = 0;
  for await (const chunk of addAbortSignal(signal, await driver.get(objectKey))) {
    hash.update(chunk);
    readBytes += chunk.length;
  }
  const sha256 = hash.digest("hex");
  if (readBytes !== sizeBytes) return undefined;
  return claimedSha256 && claimedSha256 !== sha256 ? undefined : sha256;
}
