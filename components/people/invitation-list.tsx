"use client";

import { useQuery } from "@tanstack/react-query";
import { Clock, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useClient } from "@/components/shell/session";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import type { Invitation } from "@/lib/clients/schema";
import { revokeInvitation } from "@/lib/sdk";
import { invitationList } from "./queries";
import { SiteNames } from "./site-names";
import { usePeopleMutation } from "./use-people-mutation";

/** Links that were made and not used yet. Nothing is drawn when there are none. */
export function InvitationList() {
  const t = useTranslations("people");
  const { client } = useClient();
  const { data: invitations = [] } = useQuery(invitationList(client.id));
  const [revoking, setRevoking] = useState<Invitation>();
  const revoke = usePeopleMutation(revokeInvitation);

  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="pending-invitations" className="mt-8">
      <h2 id="pending-invitations" className="mb-3 text-base font-semibold">
        {t("pending")}
      </h2>
      <Card>
        <ul aria-labelledby="pending-invitations" className="divide-y divide-line">
          {invitations.map((invitation) => (
            <InvitationRow
              key={invitation.id}
              invitation={invitation}
              onRevoke={() => setRevoking(invitation)}
            />
          ))}
        </ul>
      </Card>
      <ConfirmDialog
        open={revoking !== undefined}
        onOpenChange={() => setRevoking(undefined)}
        title={t("revokeTitle")}
        description={t("revokeText")}
        confirmLabel={t("revoke")}
        danger
        onConfirm={async () => {
          if (!revoking) return;
          await revoke.mutateAsync(revoking.id);
          toast.success(t("revoked"));
        }}
      />
    </section>
  );
}

interface InvitationRowProps {
  invitation: Invitation;
  onRevoke: () => void;
}

function InvitationRow({ invitation, onRevoke }: InvitationRowProps) {
  const t = useTranslations("people");
  const common = useTranslations("common");
  const format = useFormatter();
  const until = format.dateTime(new Date(invitation.expiresAt), { dateStyle: "medium" });
  return (
    <li className="flex items-center gap-3 px-4 py-3 sm:px-5">
      <span
        aria-hidden
        className="grid size-9 shrink-0 place-items-center rounded-full bg-raised text-muted"
      >
        <Clock className="size-4.5" />
      </span>
      <div className="grid min-w-0 flex-1 gap-x-4 gap-y-1 lg:grid-cols-[minmax(0,1fr)_minmax(0,18rem)] lg:items-center">
        <div className="min-w-0">
          <p className="text-sm font-medium">{invitation.email ?? t("anyone")}</p>
          <p className="text-sm text-muted">{t("until", { date: until })}</p>
        </div>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          <Badge>{common(`roles.${invitation.role}`)}</Badge>
          <SiteNames siteIds={invitation.siteIds} />
        </div>
      </div>
      <IconButton label={t("revoke")} onClick={onRevoke}>
        <X aria-hidden />
      </IconButton>
    </li>
  );
}
