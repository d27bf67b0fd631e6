"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { refreshArtifacts } from "@/components/library/refresh-artifacts";
import { usePerson } from "@/components/shell/session";
import { Button } from "@/components/ui/button";
import { type Duplicate, restoreArtifacts, type UploadItem } from "@/lib/sdk";
import { mayRestore } from "./may-restore";
import { useUploadClient, useUploadQueue } from "./upload-context";

interface UploadDuplicateProps {
  item: UploadItem;
  duplicate: Duplicate;
}

/** The library has these bytes already: is a second one wanted? */
export function UploadDuplicate({ item, duplicate }: UploadDuplicateProps) {
  const t = useTranslations("adding.duplicate");
  const queue = useUploadQueue();
  const clientId = useUploadClient();
  const { artifactId, name, isTrashed } = duplicate;
  const person = usePerson();
  const queryClient = useQueryClient();
  const restore = useMutation({
    mutationFn: (id: string) => restoreArtifacts(clientId, [id]),
    onSuccess: async (_, id) => {
      queue.cancel(item.id);
      await refreshArtifacts(queryClient, clientId, [id]);
    },
  });
  return (
    <div className="mt-0.5 flex flex-col items-start gap-2 text-xs">
      <p className="text-muted">{t(isTrashed ? "inTrash" : "here", { name })}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" variant="outline" onClick={() => queue.cancel(item.id)}>
          {t("leave")}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => queue.keepBoth(item.id)}>
          {t("keepBoth")}
        </Button>
        {isTrashed && artifactId && mayRestore(person, clientId) ? (
          <Button
            size="sm"
            variant="ghost"
            busy={restore.isPending}
            onClick={() => restore.mutate(artifactId)}
          >
            {t("restore")}
          </Button>
        ) : null}
        {isTrashed || !artifactId ? null : (
          <Button size="sm" variant="ghost" asChild>
            <Link href={`/c/${clientId}/library?preview=${artifactId}`}>{t("show")}</Link>
          </Button>
        )}
      </div>
    </div>
  );
}
