"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { FormError } from "@/components/forms/form-error";
import { useForm } from "@/components/forms/use-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { NewPerson } from "@/lib/auth/schema";
import { acceptInvitation, signIn, signOut } from "@/lib/sdk";
import { NewPasswordField } from "./new-password-field";
import { signInPath } from "./next-path";

const schema = () => import("@/lib/auth/schema").then(({ NewPerson }) => NewPerson);

interface AcceptAsNewPersonProps {
  token: string;
  /** The one the invitation is bound to. */
  email: string | null;
  /** In another account, which is left first. */
  isSignedIn: boolean;
}

export function AcceptAsNewPerson({ token, email, isSignedIn }: AcceptAsNewPersonProps) {
  const t = useTranslations("auth");
  const errorText = useErrorText();
  const form = useForm(schema, { name: "", email: email ?? "", password: "" });
  const signInHref = signInPath(`/invite/${token}`);
  const accept = useMutation({
    mutationFn: async (given: NewPerson) => {
      if (isSignedIn) await signOut();
      const { clientId } = await acceptInvitation(token, given);
      const library = `/c/${clientId}/library`;
      const outcome = await signIn(given.email, given.password);
      return outcome.kind === "signed-in" ? library : signInPath(library);
    },
    meta: { quiet: true },
    onSuccess: (path) => window.location.assign(path),
    onError: form.refuse,
  });

  /** The sign-in page sends on who is signed in, so that comes first. */
  function leave(event: MouseEvent<HTMLAnchorElement>) {
    event.preventDefault();
    void signOut().finally(() => window.location.assign(signInHref));
  }

  return (
    <form
      noValidate
      method="post"
      className="flex flex-col gap-4"
      onSubmit={form.submit((given) => accept.mutate(given))}
    >
      <FormError>{accept.error ? errorText(accept.error) : null}</FormError>
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
          readOnly={email !== null}
        />
      </Field>
      <NewPasswordField
        label={t("password")}
        {...form.text("password")}
        wrong={form.isWrong("password")}
      />
      <Button type="submit" size="lg" busy={accept.isPending || accept.isSuccess}>
        {t("invite.create")}
      </Button>
      <p className="text-center text-sm text-muted">
        {t("invite.haveAccount")}{" "}
        <a
          href={signInHref}
          onClick={isSignedIn ? leave : undefined}
          className="font-medium text-accent underline underline-offset-4"
        >
          {t("invite.signIn")}
        </a>
      </p>
    </form>
  );
}
