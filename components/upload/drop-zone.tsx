"use client";

import { CloudUpload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAddFiles } from "./use-add-files";
import { useFileDrop } from "./use-file-drop";
import { useLinksDialog } from "./use-links-dialog";
import { usePaste } from "./use-paste";

/** The whole page takes files and what is pasted; this is only what shows while they hover. */
export function DropZone() {
  const t = useTranslations("upload");
  const add = useAddFiles();
  const links = useLinksDialog();
  const hovering = useFileDrop(add);
  usePaste(add, links.open);
  if (!hovering) return links.dialog;
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
