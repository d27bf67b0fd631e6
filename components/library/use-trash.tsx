"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import type { Artifact } from "@/lib/artifacts/schema";
import { restoreArtifacts, trashArtifacts } from "@/lib/sdk";
import { applyArtifacts, refreshArtifacts } from "./refresh-artifacts";
import { useNames } from "./use-names";
import type { Removal } from "./use-remove";

const undoMs = 8_000;
/** The server takes no more at a time. */
const sliceSize = 500;

/** Deletes at once, on the screens too, says from which, and offers to take it back. */
export function useTrash(clientId: string): (removal: Removal) => void {
  const t = useTranslations("library");
  const namesOf = useNames();
  const queryClient = useQueryClient();
  const params = (artifacts: readonly Artifact[]) => ({
    count: artifacts.length,
    name: artifacts[0]?.name ?? "",
  });

  const restore = useMutation({
    mutationFn: (artifacts: readonly Artifact[]) =>
      inSlices(artifacts, (ids) => restoreArtifacts(clientId, ids)),
    onSuccess: async (_, artifacts) => {
      await refreshArtifacts(queryClient, clientId, idsOf(artifacts));
      toast.success(t("restored", params(artifacts)));
    },
    onError: () => toast.error(t("restoreFailed")),
    meta: { quiet: true },
  });

  const trash = useMutation({
    mutationFn: ({ artifacts }: Removal) =>
      inSlices(artifacts, (ids) => trashArtifacts(clientId, ids)),
    onMutate: ({ artifacts }) => applyArtifacts(queryClient, clientId, [], idsOf(artifacts)),
    onSuccess: (_, { artifacts, usage }) => {
      const names = usage?.screens.map(({ name }) => name) ?? [];
      const goneFrom = { screens: names.length, names: namesOf(names) };
      toast(t("deleted", params(artifacts)), {
        ...(names.length > 0 ? { description: t("goneFrom", goneFrom) } : {}),
        duration: undoMs,
        // The corner belongs to the uploads.
        position: "bottom-center",
        action: { label: t("undo"), onClick: () => restore.mutate(artifacts) },
      });
    },
    onError: (_, { artifacts }) => {
      applyArtifacts(queryClient, clientId, artifacts);
      toast.error(t("deleteFailed"));
    },
    meta: { quiet: true },
  });

  return trash.mutate;
}

const idsOf = (artifacts: readonly Artifact[]) => artifacts.map(({ id }) => id);

async function inSlices(
  artifacts: readonly Artifact[],
  act: (ids: string[]) => Promise<unknown>,
): Promise<void> {
  const ids = idsOf(artifacts);
  for (let from = 0; from < ids.length; from += sliceSize)
    await act(ids.slice(from, from + sliceSize));
}
