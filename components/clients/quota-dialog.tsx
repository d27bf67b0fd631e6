"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { clientUsage } from "@/components/usage/queries";
import { UsageSummary } from "@/components/usage/usage-summary";
import type { Client } from "@/lib/clients/schema";
import { QuotaForm } from "./quota-form";

interface QuotaDialogProps {
  client: Pick<Client, "id" | "name">;
  onClose: () => void;
}

/** For administrators: what a client has, and how much it may have. */
export function QuotaDialog({ client, onClose }: QuotaDialogProps) {
  const t = useTranslations("quotas");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const formId = useId();
  const [busy, setBusy] = useState(false);
  const { data: usage, error, isPending, refetch } = useQuery(clientUsage(client.id));
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title={t("dialog.title", { name: client.name })}
        description={t("text")}
        footer={
          <>
            <DialogClose asChild>
              <Button variant="outline">{common("cancel")}</Button>
            </DialogClose>
            <Button type="submit" form={formId} busy={busy} disabled={!usage}>
              {common("save")}
            </Button>
          </>
        }
      >
        {isPending ? <Skeleton className="h-40 w-full" /> : null}
        {error && !usage ? (
          <ErrorState text={errorText(error)} onRetry={() => void refetch()} />
        ) : null}
        {usage ? (
          <div className="flex flex-col gap-6">
            <UsageSummary usage={usage} />
            <QuotaForm {...{ formId, usage, onClose }} clientId={client.id} onBusy={setBusy} />
          </div>
        ) : null}
      </DialogContent>
    </Dialog>
  );
}
