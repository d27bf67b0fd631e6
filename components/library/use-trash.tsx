"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import type { Artifact } from "@/lib/artifacts/schema";
import { restoreArtifacts, trashArtifacts } from "@/lib/sdk";
import { applyArtifacts, refreshArtifacts } from "./refresh-artifacts";

const undoMs = 8_000;

/** Deletes at once, on the screens too, and offers to take it back. */
export function useTrash(clientId: string): (artifacts: readonly Artifact[]) => void {
  const t = useTranslations("library");
  const queryClient = useQueryClient();
  const idsOf = (artifacts: readonly Artifact[]) => artifacts.map(({ id }) => id);
  const params = (artifacts: readonly Artifact[]) => ({
    count: artifacts.length,
    name: artifacts[0]?.name ?? "",
  });

  const restore = useMutation({
    mutationFn: (artifacts: readonly Artifact[]) => restoreArtifacts(clientId, idsOf(artifacts)),
    onSuccess: async (_, artifacts) => {
      await refreshArtifacts(queryClient, clientId, idsOf(artifacts));
      toast.success(t("restored", params(artifacts)));
    },
    onError: () => toast.error(t("restoreFailed")),
    meta: { quiet: true },
  });

  const trash = useMutation({
    mutationFn: (artifacts: readonly Artifact[]) => trashArtifacts(clientId, idsOf(artifacts)),
    onMutate: (artifacts) => applyArtifacts(queryClient, clientId, [], idsOf(artifacts)),
    onSuccess: (_, artifacts) => {
      toast(t("deleted", params(artifacts)), {
        duration: undoMs,
        // The corner belongs to the uploads.
        position: "bottom-center",
        action: { label: t("undo"), onClick: () => restore.mutate(artifacts) },
      });
    },
    onError: (_, artifacts) => {
      applyArtifacts(queryClient, clientId, artifacts);
      toast.error(t("deleteFailed"));
    },
    meta: { quiet: true },
  });

  return trash.mutate;
}
