"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { TagDot } from "./tag-dot";
import { useTagColors } from "./use-tag-colors";

interface TagChipsProps {
  tags: readonly string[];
  /** More than these are only counted. */
  max?: number;
  className?: string;
}

export function TagChips({ tags, max = tags.length, className }: TagChipsProps) {
  const t = useTranslations("tags");
  const colorOf = useTagColors();
  if (tags.length === 0) return null;
  const rest = tags.length - max;
  return (
    <ul
      aria-label={t("list")}
      className={cn("flex min-w-0 flex-wrap items-center gap-1", className)}
    >
      {tags.slice(0, max).map((name) => (
        <li
          key={name}
          title={name}
          className="inline-flex max-w-32 items-center gap-1 rounded-full bg-raised px-2 py-0.5 text-ink text-xs"
        >
          <TagDot color={colorOf(name)} />
          <span className="truncate">{name}</span>
        </li>
      ))}
      {rest > 0 ? (
        <li className="text-muted text-xs tabular-nums" title={tags.slice(max).join(", ")}>
          {t("more", { count: rest })}
        </li>
      ) : null}
    </ul>
  );
}
