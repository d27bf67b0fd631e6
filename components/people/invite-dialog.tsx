"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { CreatedInvitation } from "@/lib/clients/schema";
import { InvitationLink } from "./invitation-link";
import { InviteForm } from "./invite-form";

interface InviteDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function InviteDialog({ open, onOpenChange }: InviteDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      {open ? <Steps onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  );
}

function Steps({ onDone }: { onDone: () => void }) {
  const t = useTranslations("people");
  const [created, setCreated] = useState<CreatedInvitation>();
  if (created) return <InvitationLink created={created} onDone={onDone} />;
  return (
    <DialogContent title={t("inviteTitle")} description={t("inviteText")}>
      <InviteForm onCreated={setCreated} />
    </DialogContent>
  );
}
