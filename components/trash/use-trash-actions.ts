"use client";

import { useTranslations } from "next-intl";
import { useBulk } from "@/components/library/bulk/use-bulk";
import type { Artifact } from "@/lib/artifacts/schema";
import { purgeArtifacts, restoreArtifacts, trashArtifacts } from "@/lib/sdk";

/** Out of the trash: back to the library, with a way back, or away for good. */
export function useTrashActions(clientId: string) {
  const t = useTranslations("trash");
  const bulk = useBulk();
  return {
    restore: (artifacts: readonly Artifact[]) =>
      void bulk({
        artifacts,
        act: (ids) => restoreArtifacts(clientId, ids),
        done: (count) => t("restored", { count }),
        undo: () =>
          void bulk({
            artifacts,
            act: (ids) => trashArtifacts(clientId, ids),
            done: (count) => t("backInTrash", { count }),
          }),
      }),
    purge: (artifacts: readonly Artifact[]) =>
      bulk({
        artifacts,
        act: (ids) => purgeArtifacts(clientId, ids),
        done: (count) => t("purged", { count }),
      }),
  };
}
