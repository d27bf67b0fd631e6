"use client";

import { pickFile } from "@/components/upload/pick-file";
import { useUploadQueue } from "@/components/upload/upload-context";
import type { Artifact } from "@/lib/artifacts/schema";

/** Asks for the file that goes in an artifact's place; the uploads' corner shows its way. */
export function useReplace(): (artifact: Pick<Artifact, "id" | "contentType">) => void {
  const queue = useUploadQueue();
  return ({ id, contentType }) => {
    const family = contentType.split("/")[0] ?? "";
    const known = ["video", "image", "audio"].includes(family);
    pickFile(known ? `${family}/*` : undefined, (file) => queue.replace(id, file));
  };
}
