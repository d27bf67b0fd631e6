"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { FormError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type CreatedInvitation, CreateInvitation, type Role } from "@/lib/clients/schema";
import { createInvitation } from "@/lib/sdk";
import { RoleSelect } from "./role-select";
import { SitePicker } from "./site-picker";
import { usePeopleMutation } from "./use-people-mutation";

export function InviteForm({ onCreated }: { onCreated: (created: CreatedInvitation) => void }) {
  const t = useTranslations("people");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("UPLOADER");
  const [siteIds, setSiteIds] = useState<readonly string[] | undefined>();
  const [tried, setTried] = useState(false);
  const create = usePeopleMutation(createInvitation, { quiet: true });
  const noSites = role !== "OWNER" && siteIds?.length === 0;
  const parsed = CreateInvitation.safeParse({
    role,
    siteIds: role === "OWNER" ? [] : [...(siteIds ?? [])],
    email: email.trim() || undefined,
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (parsed.success && !noSites) create.mutate(parsed.data, { onSuccess: onCreated });
  }

  return (
    <form noValidate className="flex flex-col gap-5" onSubmit={submit}>
      <FormError>{create.error ? errorText(create.error) : null}</FormError>
      <RoleSelect value={role} onChange={setRole} />
      {role === "OWNER" ? null : (
        <SitePicker value={siteIds} onChange={setSiteIds} wrong={tried && noSites} />
      )}
      <Field
        label={
          <>
            {t("inviteEmail")}{" "}
            <span className="font-normal text-muted">({common("optional")})</span>
          </>
        }
        hint={t("inviteEmailHint")}
        error={tried && !parsed.success ? t("inviteEmailWrong") : undefined}
      >
        <Input
          type="email"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Button type="submit" size="lg" busy={create.isPending}>
        {t("createLink")}
      </Button>
    </form>
  );
}
