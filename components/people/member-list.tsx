"use client";

import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { useClient, usePerson } from "@/components/shell/session";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { lateComponent } from "@/components/ui/late-component";
import type { Member } from "@/lib/clients/schema";
import { MemberRow } from "./member-row";
import { memberList } from "./queries";
import { RowSkeletons } from "./row-skeletons";

// Dialogs come when they are opened.
const EditMemberDialog = lateComponent(() =>
  import("./edit-member-dialog").then((m) => m.EditMemberDialog),
);
const RemoveMemberDialog = lateComponent(() =>
  import("./remove-member-dialog").then((m) => m.RemoveMemberDialog),
);

export function MemberList({ onInvite }: { onInvite: () => void }) {
  const t = useTranslations("people");
  const errorText = useErrorText();
  const { client, can } = useClient();
  const { userId } = usePerson();
  const { data: members, error, isPending, refetch } = useQuery(memberList(client.id));
  const [editing, setEditing] = useState<Member>();
  const [removing, setRemoving] = useState<Member>();

  if (isPending) return <RowSkeletons />;
  if (!members) {
    return (
      <Card>
        <ErrorState text={errorText(error)} onRetry={() => void refetch()} />
      </Card>
    );
  }
  if (members.length === 0) {
    const invite = can("members:write") ? (
      <Button onClick={onInvite}>{t("invite")}</Button>
    ) : undefined;
    return (
      <Card>
        <EmptyState
          icon={<Users />}
          title={t("emptyTitle")}
          text={t("emptyText")}
          action={invite}
        />
      </Card>
    );
  }
  return (
    <Card>
      <ul aria-label={t("title")} className="divide-y divide-line">
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            isSelf={member.userId === userId}
            mayChange={can("members:write") && (member.role !== "OWNER" || can("client:write"))}
            onEdit={() => setEditing(member)}
            onRemove={() => setRemoving(member)}
          />
        ))}
      </ul>
      {editing ? (
        <EditMemberDialog
          key={editing.userId}
          member={editing}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
      {removing ? (
        <RemoveMemberDialog member={removing} onClose={() => setRemoving(undefined)} />
      ) : null}
    </Card>
  );
}
