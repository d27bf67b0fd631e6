"use client";

import { useQuery } from "@tanstack/react-query";
import { LinkIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Spinner } from "@/components/ui/spinner";
import { ApiProblem } from "@/lib/sdk";
import { AcceptAsNewPerson } from "./accept-as-new-person";
import { AcceptAsPerson } from "./accept-as-person";
import { AuthCard } from "./auth-card";
import { invitationLink } from "./queries";

export function InvitationPage({ token }: { token: string }) {
  const t = useTranslations("auth.invite");
  const roles = useTranslations("common");
  const errorText = useErrorText();
  const { data, error, isPending, refetch } = useQuery(invitationLink(token));
  const [asOther, setAsOther] = useState(false);

  if (isPending) {
    return (
      <Card className="grid min-h-64 place-items-center">
        <Spinner label={roles("loading")} className="text-muted" />
      </Card>
    );
  }
  if (error) {
    const gone = error instanceof ApiProblem && error.problem.code === "not_found";
    return (
      <Card>
        {gone ? (
          <EmptyState
            heading="h1"
            icon={<LinkIcon />}
            title={t("goneTitle")}
            text={t("goneText")}
            action={
              <Button asChild variant="outline">
                <Link href="/sign-in">{t("toSignIn")}</Link>
              </Button>
            }
          />
        ) : (
          <ErrorState text={errorText(error)} onRetry={() => void refetch()} />
        )}
      </Card>
    );
  }
  const { clientName, role, email, signedInAs } = data;
  return (
    <AuthCard
      title={t("title", { clientName })}
      text={t("role", { role: roles(`roles.${role}`), hint: roles(`roleHints.${role}`) })}
    >
      {signedInAs && !asOther ? (
        <AcceptAsPerson token={token} email={signedInAs} onOther={() => setAsOther(true)} />
      ) : (
        <AcceptAsNewPerson token={token} email={email} isSignedIn={signedInAs !== null} />
      )}
    </AuthCard>
  );
}
