"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/errors/use-error-text";
import { FormError } from "@/components/forms/form-error";
import { useForm } from "@/components/forms/use-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Credentials } from "@/lib/auth/schema";
import { type SignInOutcome, signIn } from "@/lib/sdk";
import { AuthCard } from "./auth-card";
import { PasswordInput } from "./password-input";

const schema = () => import("@/lib/auth/schema").then(({ Credentials }) => Credentials);

interface SignInFormProps {
  /** A path of this site. */
  next: string;
  email?: string;
  notice?: string | undefined;
}

export function SignInForm({ next, email = "", notice }: SignInFormProps) {
  const t = useTranslations("auth");
  const errorText = useErrorText();
  const form = useForm(schema, { email, password: "" });
  const attempt = useMutation({
    mutationFn: (given: Credentials) => signIn(given.email, given.password),
    meta: { quiet: true },
    // A full load: everything is drawn anew for the person.
    onSuccess: ({ kind }) => kind === "signed-in" && window.location.assign(next),
  });
  const signedIn = attempt.data?.kind === "signed-in";

  return (
    <AuthCard title={t("signIn.title")} text={notice}>
      <form
        noValidate
        method="post"
        className="flex flex-col gap-4"
        onSubmit={form.submit((given) => attempt.mutate(given))}
      >
        <FormError>{attempt.error ? errorText(attempt.error) : refusal(t, attempt.data)}</FormError>
        <Field label={t("email")} error={form.isWrong("email") ? t("errors.email") : undefined}>
          <Input
            {...form.text("email")}
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
          />
        </Field>
        <Field
          label={t("password")}
          error={form.isWrong("password") ? t("errors.passwordMissing") : undefined}
        >
          <PasswordInput {...form.text("password")} autoComplete="current-password" />
        </Field>
        <Button type="submit" size="lg" busy={attempt.isPending || signedIn}>
          {t("signIn.submit")}
        </Button>
      </form>
    </AuthCard>
  );
}

function refusal(
  t: ReturnType<typeof useTranslations<"auth">>,
  outcome: SignInOutcome | undefined,
): string | undefined {
  switch (outcome?.kind) {
    case "refused":
      return t("signIn.refused");
    case "rate-limited":
      return t("signIn.rateLimited", { minutes: outcome.minutes });
    case "unavailable":
      return t("signIn.unavailable");
    default:
      return undefined;
  }
}
