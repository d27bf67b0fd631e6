"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { CheckRow } from "@/components/forms/check-row";
import { FormError } from "@/components/forms/form-error";
import { useForm } from "@/components/forms/use-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Setup } from "@/lib/auth/schema";
import { ApiProblem, setUp, signIn } from "@/lib/sdk";
import { AuthCard } from "./auth-card";
import { NewPasswordField } from "./new-password-field";
import { signInPath } from "./next-path";

/** Here a name for the client is asked for; the server can do without. */
async function schema() {
  const [{ Setup }, { ClientName }] = await Promise.all([
    import("@/lib/auth/schema"),
    import("@/lib/clients/schema"),
  ]);
  return Setup.extend({ clientName: ClientName });
}

interface SetupFormProps {
  token: string;
  clientName: string;
}

export function SetupForm({ token, clientName }: SetupFormProps) {
  const t = useTranslations("auth");
  const errorText = useErrorText();
  const [withSamples, setWithSamples] = useState(true);
  const form = useForm(schema, { token, name: "", email: "", password: "", clientName });
  const setup = useMutation({
    mutationFn: async (given: Setup) => {
      const { clientId } = await setUp(given);
      const outcome = await signIn(given.email, given.password);
      const library = `/c/${clientId}/library${withSamples ? "?samples=1" : ""}`;
      return outcome.kind === "signed-in" ? library : signInPath(library);
    },
    meta: { quiet: true },
    onSuccess: (path) => window.location.assign(path),
    onError: (error) => {
      form.refuse(error);
      const isDone = error instanceof ApiProblem && error.problem.reason === "already_set_up";
      if (isDone) window.location.assign("/sign-in");
    },
  });

  return (
    <AuthCard title={t("setup.title")} text={t("setup.text")}>
      <form
        noValidate
        method="post"
        className="flex flex-col gap-4"
        onSubmit={form.submit((given) => setup.mutate(given))}
      >
        <FormError>{setup.error ? errorText(setup.error) : null}</FormError>
        <Field label={t("name")} error={form.isWrong("name") ? t("errors.name") : undefined}>
          <Input {...form.text("name")} autoComplete="name" maxLength={80} />
        </Field>
        <Field label={t("email")} error={form.isWrong("email") ? t("errors.email") : undefined}>
          <Input
            {...form.text("email")}
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
          />
        </Field>
        <NewPasswordField
          label={t("password")}
          {...form.text("password")}
          wrong={form.isWrong("password")}
        />
        <Field
          label={t("setup.clientName")}
          hint={t("setup.clientNameHint")}
          error={form.isWrong("clientName") ? t("errors.clientName") : undefined}
        >
          <Input {...form.text("clientName")} autoComplete="organization" maxLength={120} />
        </Field>
        <CheckRow
          checked={withSamples}
          onCheckedChange={setWithSamples}
          label={t("setup.samples")}
          hint={t("setup.samplesHint")}
        />
        <Button type="submit" size="lg" busy={setup.isPending || setup.isSuccess}>
          {t("setup.submit")}
        </Button>
      </form>
    </AuthCard>
  );
}
