"use client";

import { useTranslations } from "next-intl";
import { useClient } from "@/components/shell/session";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { Member } from "@/lib/clients/schema";
import { removeMember } from "@/lib/sdk";
import { usePeopleMutation } from "./use-people-mutation";

export function RemoveMemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useTranslations("people");
  const common = useTranslations("common");
  const { client } = useClient();
  const remove = usePeopleMutation((clientId: string) => removeMember(clientId, member.userId));
  const { name } = member;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t("removeTitle", { name })}
      description={t("removeText", { client: client.name })}
      confirmLabel={common("remove")}
      danger
      onConfirm={async () => {
        await remove.mutateAsync(undefined);
        toast.success(t("removed", { name }));
      }}
    />
  );
}
