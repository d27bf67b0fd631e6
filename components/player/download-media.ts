import type { ManifestItem } from "@/lib/screens/schema";
import type { MediaStore, StoredFile } from "./media-store";

/** Only a screen that fetches a file has a use for it. */
export const loadHash = () => import("hash-wasm");

const pieceBytes = 4 * 1024 * 1024;

export class DamagedMedia extends Error {}

/** Fetches what is missing of a file, and believes it only when its bytes hash as announced. */
export async function downloadMedia(
  item: Pick<ManifestItem, "sha256" | "sizeBytes" | "contentType" | "url">,
  store: MediaStore,
  signal: AbortSignal,
): Promise<void> {
  const { sha256, sizeBytes, contentType, url } = item;
  let file = (await store.find(sha256)) ?? emptyFile(sha256, sizeBytes, contentType);
  if (isWhole(file)) return;

  const response = await fetch(url, {
    signal,
    priority: "low",
    headers: file.receivedBytes > 0 ? { range: `bytes=${file.receivedBytes}-` } : {},
  });
  if (!response.ok || !response.body) throw new Error(`answered ${response.status}`);
  if (file.receivedBytes > 0 && response.status !== 206) {
    await store.remove(sha256);
    file = emptyFile(sha256, sizeBytes, contentType);
  }

  const { createSHA256 } = await loadHash();
  const hash = await createSHA256();
  if (file.hashState?.length) hash.load(file.hashState);
  const reader = response.body.getReader();
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let heldBytes = 0;
  const keep = async () => {
    if (heldBytes === 0) return;
    file = {
      ...file,
      receivedBytes: file.receivedBytes + heldBytes,
      pieces: file.pieces + 1,
      hashState: hash.save(),
    };
    await store.append(file, new Blob(chunks));
    chunks = [];
    heldBytes = 0;
  };

  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      hash.update(value);
      chunks.push(value);
      heldBytes += value.byteLength;
      if (heldBytes >= pieceBytes) await keep();
    }
  } finally {
    // What arrived before the line broke need not come again.
    await keep();
  }
  await accept(file, hash.digest("hex"), store);
}

export function isWhole(file: StoredFile): boolean {
  return file.hashState === null && file.receivedBytes === file.sizeBytes;
}

async function accept(file: StoredFile, digest: string, store: MediaStore): Promise<void> {
  if (file.receivedBytes < file.sizeBytes) throw new Error("the answer ended early");
  if (digest !== file.sha256 || file.receivedBytes !== file.sizeBytes) {
    await store.remove(file.sha256);
    throw new DamagedMedia(`the bytes are not those of ${file.sha256}`);
  }
  await store.finish({ ...file, hashState: null });
}

function emptyFile(sha256: string, sizeBytes: number, contentType: string): StoredFile {
  return {
    sha256,
    sizeBytes,
    contentType,
    receivedBytes: 0,
    pieces: 0,
    hashState: new Uint8Array(),
  };
}
