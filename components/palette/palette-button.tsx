"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Keys } from "@/components/shortcuts/keys";
import { useCommandCenter } from "./command-center-context";

/** A field to look at, a button to press; on narrow screens the lens alone. */
export function PaletteButton() {
  const t = useTranslations("palette");
  const { open } = useCommandCenter();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={() => open("palette")}
      className="flex size-10 items-center justify-center gap-2 rounded-lg text-muted text-sm transition-colors hover:bg-raised hover:text-ink pointer-coarse:size-11 lg:pointer-fine:w-56 lg:pointer-fine:justify-start lg:pointer-fine:border lg:pointer-fine:border-field/60 lg:pointer-fine:bg-surface lg:pointer-fine:px-3"
    >
      <Search aria-hidden className="size-4.5 shrink-0" />
      <span className="sr-only">{t("title")}</span>
      <span aria-hidden className="hidden flex-1 items-center text-left lg:pointer-fine:flex">
        <span className="flex-1">{t("button")}</span>
        <Keys combination="Mod+k" />
      </span>
    </button>
  );
}
