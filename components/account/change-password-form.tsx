"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { PasswordInput } from "@/components/auth/password-input";
import { useErrorText } from "@/components/errors/use-error-text";
import { FormError } from "@/components/forms/form-error";
import { useForm } from "@/components/forms/use-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { changePassword } from "@/lib/sdk";

const schema = () => import("@/lib/auth/schema").then(({ ChangePassword }) => ChangePassword);

export function ChangePasswordForm({ email }: { email: string }) {
  const [round, setRound] = useState(0);
  // A new key empties the form, its errors included.
  return <Form key={round} email={email} onDone={() => setRound(round + 1)} />;
}

function Form({ email, onDone }: { email: string; onDone: () => void }) {
  const t = useTranslations("auth");
  const errorText = useErrorText();
  const form = useForm(schema, { current: "", next: "" });
  const change = useMutation({
    mutationFn: changePassword,
    meta: { quiet: true },
    onSuccess: () => {
      toast.success(t("account.changed"));
      onDone();
    },
  });
  return (
    <form
      noValidate
      className="flex max-w-md flex-col gap-4"
      onSubmit={form.submit((given) => change.mutate(given))}
    >
      <FormError>{change.error ? errorText(change.error) : null}</FormError>
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field
        label={t("account.current")}
        error={form.isWrong("current") ? t("errors.passwordMissing") : undefined}
      >
        <PasswordInput {...form.text("current")} autoComplete="current-password" />
      </Field>
      <NewPasswordField
        label={t("account.next")}
        {...form.text("next")}
        wrong={form.isWrong("next")}
      />
      <Button type="submit" className="self-start" busy={change.isPending}>
        {t("account.change")}
      </Button>
    </form>
  );
}
