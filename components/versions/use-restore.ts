"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { refreshArtifacts } from "@/components/library/refresh-artifacts";
import { useClient } from "@/components/shell/session";
import { toast } from "@/components/ui/toast";
import { restoreVersion } from "@/lib/sdk";
import { versionList } from "./queries";

/** Goes to another version, and says how to come back. */
export function useRestore(artifactId: string, shown: number | undefined) {
  const t = useTranslations("versions");
  const { client } = useClient();
  const queries = useQueryClient();
  const refresh = async () => {
    await refreshArtifacts(queries, client.id, [artifactId]);
    const { queryKey } = versionList(client.id, artifactId);
    await queries.invalidateQueries({ queryKey });
  };
  const back = useMutation({
    mutationFn: (number: number) => restoreVersion(client.id, artifactId, number),
    onSuccess: refresh,
  });
  return useMutation({
    mutationFn: (number: number) => restoreVersion(client.id, artifactId, number),
    onSuccess: async (_, number) => {
      const undo = shown === undefined ? undefined : () => back.mutate(shown);
      toast.success(t("restored", { number }), {
        position: "bottom-center",
        ...(undo ? { action: { label: t("undo"), onClick: undo } } : {}),
      });
      await refresh();
    },
  });
}
