"use client";

import { useQuery } from "@tanstack/react-query";
import { Image as ImageIcon, Replace, Scissors } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { kindOf } from "@/components/library/kind-of";
import { isReplaceable } from "@/components/library/library-actions";
import { useMay } from "@/components/library/use-may";
import type { DetailSectionProps } from "@/components/preview/details/detail-sections";
import { Button } from "@/components/ui/button";
import { lateComponent } from "@/components/ui/late-component";
import type { Version } from "@/lib/versions/schema";
import { DeleteVersion } from "./delete-version";
import { versionList } from "./queries";
import { useReplace } from "./use-replace";
import { useRestore } from "./use-restore";
import { VersionRow } from "./version-row";

const TrimDialog = lateComponent(() => import("./trim-dialog").then((m) => m.TrimDialog));
const PosterDialog = lateComponent(() => import("./poster-dialog").then((m) => m.PosterDialog));
const CompareDialog = lateComponent(() => import("./compare-dialog").then((m) => m.CompareDialog));

type Open = { kind: "trim" | "poster" } | { kind: "compare" | "delete"; version: Version };

/** What the file was before, and what can be made of it. */
export function VersionsSection({ clientId, artifact }: DetailSectionProps) {
  const t = useTranslations("versions");
  const may = useMay().rename(artifact);
  const { data } = useQuery(versionList(clientId, artifact.id));
  const versions = data?.items ?? [];
  const current = versions.find(({ isCurrent }) => isCurrent);
  const restore = useRestore(artifact.id, current?.number);
  const replace = useReplace();
  const [open, setOpen] = useState<Open>();
  const show = (next: Open) => {
    pauseMedia();
    setOpen(next);
  };
  const close = () => setOpen(undefined);
  const isFilm = kindOf(artifact) === "video" && artifact.status === "AVAILABLE";

  return (
    <section aria-labelledby="versions-title">
      <h4 id="versions-title" className="mb-2 font-semibold text-sm">
        {t("title")}
      </h4>
      {may && isReplaceable(artifact) ? (
        <div className="mb-3 flex flex-wrap gap-2">
          <Button variant="outline" size="sm" onClick={() => replace(artifact)}>
            <Replace aria-hidden />
            {t("replace")}
          </Button>
          {isFilm && data?.canTrim ? (
            <Button variant="outline" size="sm" onClick={() => show({ kind: "trim" })}>
              <Scissors aria-hidden />
              {t("trim")}
            </Button>
          ) : null}
          {isFilm ? (
            <Button variant="outline" size="sm" onClick={() => show({ kind: "poster" })}>
              <ImageIcon aria-hidden />
              {t("poster")}
            </Button>
          ) : null}
        </div>
      ) : null}
      {versions.length <= 1 ? <p className="text-muted text-xs">{t("one")}</p> : null}
      {versions.length > 1 ? (
        <ol className="flex flex-col divide-y">
          {versions.map((version) => (
            <VersionRow
              key={version.number}
              version={version}
              mayChange={may}
              onRestore={() => restore.mutate(version.number)}
              onCompare={() => show({ kind: "compare", version })}
              onDelete={() => show({ kind: "delete", version })}
            />
          ))}
        </ol>
      ) : null}
      {open?.kind === "trim" ? <TrimDialog {...{ clientId, artifact }} onClose={close} /> : null}
      {open?.kind === "poster" ? (
        <PosterDialog {...{ clientId, artifact }} onClose={close} />
      ) : null}
      {open?.kind === "compare" && current ? (
        <CompareDialog now={current} then={open.version} onClose={close} />
      ) : null}
      {open?.kind === "delete" ? (
        <DeleteVersion {...{ clientId, artifact }} version={open.version} onClose={close} />
      ) : null}
    </section>
  );
}

/** What plays behind a dialog would be heard with what plays in it. */
function pauseMedia(): void {
  for (const media of document.querySelectorAll<HTMLMediaElement>("video, audio")) media.pause();
}
