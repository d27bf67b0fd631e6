"use client";

import { CloudUpload } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Artifact } from "@/lib/artifacts/schema";

/** What becomes of files that are let go here. */
export function DropHint({ over }: { over: Pick<Artifact, "name"> | undefined }) {
  const t = useTranslations("upload");
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
