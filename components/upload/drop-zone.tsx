"use client";

import { lateComponent } from "@/components/ui/late-component";
import { useLeisure } from "@/components/ui/use-leisure";
import type { Artifact } from "@/lib/artifacts/schema";
import { useUploadQueue } from "./upload-context";
import { useAddFiles } from "./use-add-files";
import { useFileDrop } from "./use-file-drop";
import { useLinksDialog } from "./use-links-dialog";
import { usePaste } from "./use-paste";

const DropHint = lateComponent(() => import("./drop-hint").then((m) => m.DropHint));

interface DropZoneProps {
  /** The open file: one file that is dropped takes its place. */
  over: Pick<Artifact, "id" | "name"> | undefined;
}

/** The whole page takes files and what is pasted; this is only what shows while they hover. */
export function DropZone({ over }: DropZoneProps) {
  const add = useAddFiles();
  const queue = useUploadQueue();
  const links = useLinksDialog();
  const hovering = useFileDrop((gathered) => {
    const [file, ...more] = gathered.files;
    if (over && file && more.length === 0 && !gathered.folder) queue.replace(over.id, file.file);
    else add(gathered);
  });
  usePaste(add, links.open);
  useLeisure(DropHint.load);
  return hovering ? <DropHint over={over} /> : links.dialog;
}
