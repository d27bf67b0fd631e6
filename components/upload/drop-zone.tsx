"use client";

import { CloudUpload } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Artifact } from "@/lib/artifacts/schema";
import { useUploadQueue } from "./upload-context";
import { useAddFiles } from "./use-add-files";
import { useFileDrop } from "./use-file-drop";
import { useLinksDialog } from "./use-links-dialog";
import { usePaste } from "./use-paste";

interface DropZoneProps {
  /** The open file: one file that is dropped takes its place. */
  over: Pick<Artifact, "id" | "name"> | undefined;
}

/** The whole page takes files and what is pasted; this is only what shows while they hover. */
export function DropZone({ over }: DropZoneProps) {
  const t = useTranslations("upload");
  const add = useAddFiles();
  const queue = useUploadQueue();
  const links = useLinksDialog();
  const hovering = useFileDrop((gathered) => {
    const [file, ...more] = gathered.files;
    if (over && file && more.length === 0 && !gathered.folder) queue.replace(over.id, file.file);
    else add(gathered);
  });
  usePaste(add, links.open);
  if (!hovering) return links.dialog;
  return (
    <div className="pointer-events-none fixed inset-0 z-50 grid animate-fade-in place-items-center bg-canvas/85 p-4">
      <div className="grid h-full w-full place-content-center justify-items-center gap-3 rounded-2xl border-2 border-accent border-dashed bg-accent-soft/60 text-center">
        <CloudUpload aria-hidden className="size-12 text-accent" />
        <p className="font-semibold text-ink text-xl">
          {over ? t("dropOver", { name: over.name }) : t("dropHere")}
        </p>
        <p className="text-muted text-sm">{t(over ? "dropOverHint" : "dropHint")}</p>
      </div>
    </div>
  );
}
