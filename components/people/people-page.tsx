"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useClient } from "@/components/shell/session";
import { Button } from "@/components/ui/button";
import { lateComponent } from "@/components/ui/late-component";
import { PageHeader } from "@/components/ui/page-header";
import { InvitationList } from "./invitation-list";
import { MemberList } from "./member-list";

const InviteDialog = lateComponent(() =>
  import("./invite-dialog").then(({ InviteDialog }) => InviteDialog),
);

export function PeoplePage() {
  const t = useTranslations("people");
  const { client, can } = useClient();
  const [inviting, setInviting] = useState(false);
  const mayChange = can("members:write");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description", { name: client.name })}
        actions={
          mayChange ? (
            <Button onClick={() => setInviting(true)}>
              <UserPlus aria-hidden />
              {t("invite")}
            </Button>
          ) : null
        }
      />
      <MemberList onInvite={() => setInviting(true)} />
      {mayChange ? <InvitationList /> : null}
      {mayChange && inviting ? <InviteDialog open onOpenChange={setInviting} /> : null}
    </>
  );
}
