"use client";

import { useQuery } from "@tanstack/react-query";
import { importList } from "@/components/upload/import-queries";
import { useUploadClient, useUploadsByArtifact } from "@/components/upload/upload-context";
import type { Artifact } from "@/lib/artifacts/schema";

/** How much of an artifact has come, from this browser or by a link; undefined: nobody knows here. */
export function usePercentOf(): (artifact: Artifact) => number | undefined {
  const uploads = useUploadsByArtifact();
  const { data: imports = [] } = useQuery(importList(useUploadClient()));
  return ({ id, status }) => {
    const fetched = imports.find(({ artifactId }) => artifactId === id);
    if (fetched?.totalBytes) return Math.floor((fetched.receivedBytes / fetched.totalBytes) * 100);
    const item = status === "UPLOADING" ? uploads.get(id) : undefined;
    if (!item || item.sizeBytes === 0) return undefined;
    return Math.floor((item.sentBytes / item.sizeBytes) * 100);
  };
}
