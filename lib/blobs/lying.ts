import type { Place } from "@/lib/storage";

/** Where a file lies, and what its records say of it. */
export interface Lying extends Place {
  /** Of the placement. */
  id: string;
  blobId: string;
  objectKey: string;
  /** Of the plain bytes. */
  sizeBytes: bigint;
  /** null: nobody has read them yet. */
  sha256: string | null;
  contentType: string;
}

export interface LyingOfClient extends Lying {
  clientId: string;
}

/** For queries that answer it. */
export const withContent = {
  blob: { select: { sha256: true, contentType: true, sizeBytes: true } },
} as const;

type Row = Omit<LyingOfClient, "sha256" | "contentType" | "sizeBytes"> & {
  blob: { sha256: string | null; contentType: string; sizeBytes: bigint };
};

export function toLying({ blob, ...place }: Row): LyingOfClient {
  const { clientId, id, blobId, backendId, objectKey, encodings } = place;
  return { clientId, id, blobId, backendId, objectKey, encodings, ...blob };
}
