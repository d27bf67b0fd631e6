"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/errors/use-error-text";
import { FormError } from "@/components/forms/form-error";
import { useForm } from "@/components/forms/use-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { clientUsage } from "@/components/usage/queries";
import type { SetQuota, Usage } from "@/lib/quotas/schema";
import { setQuota } from "@/lib/sdk";
import { gigabytesOf } from "./gigabytes-of";

const schema = () => import("@/lib/quotas/schema").then(({ WrittenQuota }) => WrittenQuota);

interface QuotaFormProps {
  formId: string;
  clientId: string;
  usage: Usage;
  onBusy: (busy: boolean) => void;
  onClose: () => void;
}

export function QuotaForm({ formId, clientId, usage, onBusy, onClose }: QuotaFormProps) {
  const t = useTranslations("quotas.dialog");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const queries = useQueryClient();
  const form = useForm(schema, {
    maxBytes: gigabytesOf(usage.maxBytes),
    maxObjects: String(usage.maxObjects ?? ""),
    maxFileBytes: gigabytesOf(usage.maxFileBytes),
  });
  const save = useMutation({
    mutationFn: (limits: SetQuota) => setQuota(clientId, limits),
    meta: { quiet: true },
    onMutate: () => onBusy(true),
    onSettled: () => onBusy(false),
    onSuccess: (now) => {
      queries.setQueryData(clientUsage(clientId).queryKey, now);
      toast.success(common("saved"));
      onClose();
    },
  });
  const field = (name: "maxBytes" | "maxObjects" | "maxFileBytes") => (
    <Field
      label={t(name)}
      error={form.isWrong(name) ? t(name === "maxObjects" ? "noCount" : "noSize") : undefined}
    >
      <Input
        {...form.text(name)}
        inputMode={name === "maxObjects" ? "numeric" : "decimal"}
        placeholder={t("noLimit")}
        autoComplete="off"
      />
    </Field>
  );
  return (
    <form
      id={formId}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={form.submit((given) => save.mutate(given))}
    >
      <FormError>{save.error ? errorText(save.error) : null}</FormError>
      {field("maxBytes")}
      {field("maxObjects")}
      {field("maxFileBytes")}
      <p className="text-muted text-sm">{t("hint")}</p>
    </form>
  );
}
