"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { toast } from "@/components/ui/toast";
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
        action: { label: t("tag", { name }), onClick: () => void tagAll(name) },
      });

      async function tagAll(tag: string): Promise<void> {
        const onFailure = () => void toast.error(t("failed"), { id: `tag-${tag}` });
        try {
          const { tagUploads } = await import("./tag-uploads");
          tagUploads(queue, { clientId, ids, tag, onFailure });
          toast.success(t("tagged", { name: tag }), { position: "bottom-center" });
        } catch {
          onFailure();
        }
      }
    },
    [queue, clientId, t],
  );
}
