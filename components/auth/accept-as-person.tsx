"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/errors/use-error-text";
import { FormError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { acceptInvitation } from "@/lib/sdk";

interface AcceptAsPersonProps {
  token: string;
  email: string;
  onOther: () => void;
}

export function AcceptAsPerson({ token, email, onOther }: AcceptAsPersonProps) {
  const t = useTranslations("auth.invite");
  const errorText = useErrorText();
  const accept = useMutation({
    mutationFn: () => acceptInvitation(token, {}),
    meta: { quiet: true },
    onSuccess: ({ clientId }) => window.location.assign(`/c/${clientId}/library`),
  });
  return (
    <div className="flex flex-col gap-4">
      <FormError>{accept.error ? errorText(accept.error) : null}</FormError>
      <p className="text-sm">{t("asPerson", { email })}</p>
      <Button size="lg" busy={accept.isPending || accept.isSuccess} onClick={() => accept.mutate()}>
        {t("accept")}
      </Button>
      <Button variant="ghost" onClick={onOther}>
        {t("other")}
      </Button>
    </div>
  );
}
