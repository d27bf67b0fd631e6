"use client";

import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { Artifact } from "@/lib/artifacts/schema";

interface StarButtonProps {
  artifact: Artifact;
  onStar: (artifact: Artifact) => void;
  className?: string;
}

export function StarButton({ artifact, onStar, className }: StarButtonProps) {
  const t = useTranslations("library.actions");
  const { isFavorite, name } = artifact;
  return (
    <button
      type="button"
      aria-pressed={isFavorite}
      aria-label={t("star", { name })}
      onClick={() => onStar(artifact)}
      className={cn(
        "grid size-8 place-items-center rounded-full bg-black/55 text-white transition-opacity before:absolute before:-inset-1.5 focus-visible:opacity-100",
        isFavorite ? "" : "opacity-0 group-hover:opacity-100 pointer-coarse:opacity-100",
        className,
      )}
    >
      <Star
        aria-hidden
        className={cn("size-4", isFavorite ? "fill-tag-yellow text-tag-yellow" : "")}
      />
    </button>
  );
}
