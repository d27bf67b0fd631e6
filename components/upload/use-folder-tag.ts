"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { toast } from "@/components/ui/toast";
import { tagArtifacts } from "@/lib/sdk";
import { useUploadClient, useUploadQueue } from "./upload-context";

/** What lay in one folder belongs together: its name is offered as a tag. */
export function useFolderTag() {
  const t = useTranslations("adding.folder");
  const queue = useUploadQueue();
  const clientId = useUploadClient();
  return useCallback(
    (folder: string, ids: readonly string[], description: string | undefined) => {
      const name = [...folder.replaceAll(",", " ")].slice(0, 40).join("").trim();
      const options = { duration: 15_000, position: "bottom-center", description } as const;
      const title = t("added", { count: ids.length, name: folder });
      if (!name) return void toast.success(title, options);
      toast.success(title, {
        ...options,
        action: { label: t("tag", { name }), onClick: () => tagAll(name) },
      });

      function tagAll(name: string): void {
        const waiting = new Set(ids);
        const failed = () => toast.error(t("failed"), { id: `tag-${name}` });
        const tag = (artifactIds: string[]) =>
          tagArtifacts(clientId, { ids: artifactIds, add: [name] }).catch(failed);
        // Those that the server knows now, and each of the others as it becomes known.
        const known = queue.getSnapshot().items.flatMap(({ id, artifactId }) => {
          return artifactId && waiting.delete(id) ? [artifactId] : [];
        });
        for (let from = 0; from < known.length; from += 500)
          void tag(known.slice(from, from + 500));
        const stop = queue.onEvent((event) => {
          if (event.type === "created" && waiting.delete(event.id)) void tag([event.artifactId]);
          if (event.type === "removed") waiting.delete(event.id);
          if (waiting.size === 0) stop();
        });
        if (waiting.size === 0) stop();
        toast.success(t("tagged", { name }), { position: "bottom-center" });
      }
    },
    [queue, clientId, t],
  );
}
