"use client";

import { CloudUpload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useUploadQueue } from "./upload-context";
import { useFileDrop } from "./use-file-drop";

/** The whole page takes files; this is only what shows while they hover. */
export function DropZone() {
  const t = useTranslations("upload");
  const queue = useUploadQueue();
  const hovering = useFileDrop((files) => queue.add(files));
  if (!hovering) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-50 grid animate-fade-in place-items-center bg-canvas/85 p-4">
      <div className="grid h-full w-full place-content-center justify-items-center gap-3 rounded-2xl border-2 border-accent border-dashed bg-accent-soft/60 text-center">
        <CloudUpload aria-hidden className="size-12 text-accent" />
        <p className="font-semibold text-ink text-xl">{t("dropHere")}</p>
        <p className="text-muted text-sm">{t("dropHint")}</p>
      </div>
    </div>
  );
}
