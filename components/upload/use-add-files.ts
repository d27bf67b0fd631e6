"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { toast } from "@/components/ui/toast";
import { type Gathered, maxFilesAtOnce } from "./gather-files";
import { useUploadQueue } from "./upload-context";
import { useFolderTag } from "./use-folder-tag";

/** Adds what was gathered and says what was not. */
export function useAddFiles(): (gathered: Gathered) => void {
  const t = useTranslations("adding");
  const queue = useUploadQueue();
  const offerTag = useFolderTag();
  return useCallback(
    ({ files, skipped, unreadable, folder, isTooMany }) => {
      if (isTooMany) return void toast.error(t("tooMany", { count: maxFilesAtOnce }));
      if (unreadable > 0) toast.error(t("unreadable", { count: unreadable }));
      const ids = queue.add(files);
      const description = skipped > 0 ? t("skipped", { count: skipped }) : undefined;
      if (folder && ids.length > 0) return offerTag(folder, ids, description);
      if (files.length === 0 && (folder || skipped > 0)) toast.info(t("nothing"), { description });
      else if (description) toast.info(description);
    },
    [queue, t, offerTag],
  );
}
