"use client";

import { useUploadsByArtifact } from "@/components/upload/upload-context";
import type { Artifact } from "@/lib/artifacts/schema";

/** How much of an artifact this browser has sent; undefined: nothing is known of it here. */
export function usePercentOf(): (artifact: Artifact) => number | undefined {
  const uploads = useUploadsByArtifact();
  return ({ id, status }) => {
    const item = status === "UPLOADING" ? uploads.get(id) : undefined;
    if (!item || item.sizeBytes === 0) return undefined;
    return Math.floor((item.sentBytes / item.sizeBytes) * 100);
  };
}
