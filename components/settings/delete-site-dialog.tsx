"use client";

import { useTranslations } from "next-intl";
import { usePeopleMutation } from "@/components/people/use-people-mutation";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { Site } from "@/lib/clients/schema";
import { deleteSite } from "@/lib/sdk";

export function DeleteSiteDialog({ site, onClose }: { site: Site; onClose: () => void }) {
  const t = useTranslations("people.settings");
  const remove = usePeopleMutation(deleteSite);
  const { id, name } = site;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("deleteTitle", { name })}
      description={t("deleteText")}
      confirmLabel={t("deleteSite")}
      danger
      onConfirm={async () => {
        await remove.mutateAsync(id);
        toast.success(t("deleted", { name }));
      }}
    />
  );
}
