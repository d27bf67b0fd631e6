"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { FormError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { Member } from "@/lib/clients/schema";
import { updateMember } from "@/lib/sdk";
import { RoleSelect } from "./role-select";
import { SitePicker } from "./site-picker";
import { usePeopleMutation } from "./use-people-mutation";

export function EditMemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useTranslations("people");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const formId = useId();
  const [role, setRole] = useState(member.role);
  const [siteIds, setSiteIds] = useState<readonly string[] | undefined>(
    member.siteIds.length > 0 ? member.siteIds : undefined,
  );
  const [tried, setTried] = useState(false);
  const chosen = role === "OWNER" ? [] : [...(siteIds ?? [])];
  const incomplete = role !== "OWNER" && siteIds?.length === 0;
  const save = usePeopleMutation(
    (clientId: string) =>
      updateMember(clientId, member.userId, { role, siteIds: chosen, version: member.version }),
    { quiet: true },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (incomplete) return;
    save.mutate(undefined, {
      onSuccess: () => {
        toast.success(common("saved"));
        onClose();
      },
    });
  }

  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title={t("changeTitle", { name: member.name })}
        description={member.email}
        footer={
          <>
            <DialogClose asChild>
              <Button variant="outline">{common("cancel")}</Button>
            </DialogClose>
            <Button type="submit" form={formId} busy={save.isPending}>
              {common("save")}
            </Button>
          </>
        }
      >
        <form id={formId} className="flex flex-col gap-5" onSubmit={submit}>
          <FormError>{save.error ? errorText(save.error) : null}</FormError>
          <RoleSelect value={role} onChange={setRole} />
          {role === "OWNER" ? null : (
            <SitePicker value={siteIds} onChange={setSiteIds} wrong={tried && incomplete} />
          )}
        </form>
      </DialogContent>
    </Dialog>
  );
}
