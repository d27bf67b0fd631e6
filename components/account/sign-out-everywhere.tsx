"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { signOutEverywhere } from "@/lib/sdk";

export function SignOutEverywhere() {
  const t = useTranslations("auth.account");
  const [asking, setAsking] = useState(false);
  const leave = useMutation({
    mutationFn: signOutEverywhere,
    onSuccess: () => window.location.assign("/sign-in"),
  });
  return (
    <>
      <Button variant="outline" onClick={() => setAsking(true)}>
        {t("everywhere")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("everywhereConfirm")}
        description={t("devicesText")}
        confirmLabel={t("everywhere")}
        onConfirm={() => leave.mutateAsync()}
        danger
      />
    </>
  );
}
