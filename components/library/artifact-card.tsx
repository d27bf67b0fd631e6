"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import type { Artifact } from "@/lib/artifacts/schema";
import { ArtifactMenu } from "./artifact-menu";
import { ArtifactPoster } from "./artifact-poster";
import { ArtifactStatusBadge } from "./artifact-status";
import type { ArtifactActions } from "./library-actions";
import { useFormats } from "./use-formats";

interface ArtifactCardProps {
  artifact: Artifact;
  /** undefined: nothing can be selected by this person. */
  selected: boolean | undefined;
  /** Something is selected, so a click on the picture selects as well. */
  selecting: boolean;
  /** How far this browser has sent it. */
  percent: number | undefined;
  actions: ArtifactActions;
}

export const ArtifactCard = memo(function ArtifactCard(props: ArtifactCardProps) {
  const { artifact, selected, selecting, percent, actions } = props;
  const t = useTranslations("library");
  const failures = useTranslations("failures");
  const formats = useFormats();
  const { id, name, durationMs, width, height, sizeBytes, failureReason } = artifact;
  const facts = [
    formats.size(sizeBytes),
    width && height ? formats.resolution(width, height) : undefined,
  ].filter(Boolean);
  function open({ shiftKey }: { shiftKey: boolean }) {
    if (selecting) actions.pick(id, shiftKey);
    else actions.preview(id);
  }

  return (
    <li
      className={cn(
        "group relative flex flex-col overflow-hidden rounded-2xl border bg-surface transition-shadow hover:shadow-md",
        selected ? "border-accent ring-1 ring-accent" : "",
      )}
    >
      <div className="relative aspect-video overflow-hidden bg-raised">
        <button
          type="button"
          aria-label={t("preview.open", { name })}
          className="absolute inset-0 -outline-offset-2"
          onClick={open}
        >
          <ArtifactPoster artifact={artifact} />
        </button>
        {durationMs === null ? null : (
          <span className="pointer-events-none absolute right-2 bottom-2 rounded-md bg-black/75 px-1.5 py-0.5 font-medium text-white text-xs tabular-nums">
            {formats.length(durationMs)}
          </span>
        )}
      </div>
      {selected === undefined ? null : (
        <Checkbox
          aria-label={t("selection.select", { name })}
          checked={selected}
          onClick={({ shiftKey }) => actions.pick(id, shiftKey)}
          className={cn(
            "absolute top-2.5 left-2.5 size-6 shadow-sm transition-opacity focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100",
            selecting ? "" : "opacity-0",
          )}
        />
      )}
      <div className="flex flex-1 flex-col gap-1 py-2.5 pr-2 pl-3">
        <div className="flex items-start gap-1">
          <h2 className="min-w-0 flex-1 py-1 font-medium text-ink text-sm">
            {/* The poster is the stop of the keyboard; the name takes clicks as well. */}
            <button
              type="button"
              tabIndex={-1}
              title={name}
              className="line-clamp-2 w-full break-words text-left"
              onClick={open}
            >
              {name}
            </button>
          </h2>
          <ArtifactMenu artifact={artifact} actions={actions} />
        </div>
        <p className="text-muted text-xs tabular-nums">{facts.join(" · ")}</p>
        {failureReason ? (
          <p className="pr-1 text-danger text-xs">{failures(failureReason)}</p>
        ) : null}
        <div className="mt-auto flex flex-wrap items-center gap-x-2 gap-y-1 pt-1 text-muted text-xs">
          <ArtifactStatusBadge
            artifact={artifact}
            {...(percent === undefined ? {} : { percent })}
          />
          {artifact.status === "UPLOADING" ? null : (
            <time dateTime={artifact.createdAt}>{formats.date(artifact.createdAt)}</time>
          )}
        </div>
      </div>
    </li>
  );
});
