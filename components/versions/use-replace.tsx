"use client";

import { useUploadQueue } from "@/components/upload/upload-context";
import { useFilePicker } from "@/components/upload/use-file-picker";
import type { Artifact } from "@/lib/artifacts/schema";

/** Asks for the file that goes in an artifact's place; the uploads' corner shows its way. */
export function useReplace({ id, contentType }: Pick<Artifact, "id" | "contentType">) {
  const queue = useUploadQueue();
  const family = contentType.split("/")[0] ?? "";
  const known = ["video", "image", "audio"].includes(family);
  return useFilePicker({
    single: true,
    ...(known ? { accept: `${family}/*` } : {}),
    onFiles: ([file]) => file && queue.replace(id, file),
  });
}
