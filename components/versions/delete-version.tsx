"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/errors/use-error-text";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { Artifact } from "@/lib/artifacts/schema";
import { deleteVersion } from "@/lib/sdk";
import type { Version } from "@/lib/versions/schema";
import { versionList } from "./queries";

interface DeleteVersionProps {
  clientId: string;
  artifact: Artifact;
  version: Version;
  onClose: () => void;
}

/** Its bytes go with it, so it is asked about. */
export function DeleteVersion({ clientId, artifact, version, onClose }: DeleteVersionProps) {
  const t = useTranslations("versions");
  const errorText = useErrorText();
  const queries = useQueryClient();
  async function remove() {
    try {
      await deleteVersion(clientId, artifact.id, version.number);
    } catch (error) {
      toast.error(errorText(error));
      throw error;
    }
    const { queryKey } = versionList(clientId, artifact.id);
    await queries.invalidateQueries({ queryKey });
  }
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={(open) => open || onClose()}
      title={t("deleteTitle", { number: version.number })}
      description={t("deleteText", { name: version.fileName })}
      confirmLabel={t("deleteConfirm")}
      onConfirm={remove}
    />
  );
}
