"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { keyScroll } from "@/components/ui/key-scroll";
import type { Artifact } from "@/lib/artifacts/schema";
import { detailSections } from "./detail-sections";

interface DetailsPanelProps {
  clientId: string;
  artifact: Artifact;
  onClose: () => void;
}

/** Beside the stage on a desk, over its lower part on a phone. */
export function DetailsPanel({ clientId, artifact, onClose }: DetailsPanelProps) {
  const t = useTranslations("preview.details");
  return (
    <section
      aria-label={t("title")}
      className="flex min-h-0 flex-col border bg-surface max-lg:absolute max-lg:shadow-xl max-sm:inset-x-0 max-sm:bottom-0 max-sm:max-h-[72dvh] max-sm:animate-sheet-in max-sm:rounded-t-2xl max-sm:pb-safe sm:max-lg:inset-y-0 sm:max-lg:right-0 sm:w-84 sm:border-y-0 sm:border-r-0"
    >
      <div className="flex items-center justify-between gap-2 py-2 pr-2 pl-5">
        <h3 className="font-semibold">{t("title")}</h3>
        <IconButton label={t("close")} onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </div>
      <div ref={keyScroll} className="min-h-0 flex-1 overflow-y-auto px-5 pb-6">
        <div className="flex flex-col gap-6">
          {detailSections.map(({ id, Section }) => (
            <Section key={`${id} ${artifact.id}`} clientId={clientId} artifact={artifact} />
          ))}
        </div>
      </div>
    </section>
  );
}
