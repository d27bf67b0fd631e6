"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/errors/use-error-text";
import { FormError } from "@/components/forms/form-error";
import { SectionCard } from "@/components/shell/section-card";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import type { Client } from "@/lib/clients/schema";
import { updateClient } from "@/lib/sdk";

const usual = [1, 7, 14, 30, 60, 90, 180, 365];

/** How long what was deleted can be brought back. */
export function TrashDaysForm({ client }: { client: Client }) {
  const t = useTranslations("people.settings");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const router = useRouter();
  const { id, version, trashDays } = client;
  const save = useMutation({
    mutationFn: (trashDays: number) => updateClient(id, { trashDays, version }),
    meta: { quiet: true },
    onSuccess: () => toast.success(common("saved")),
    onSettled: () => router.refresh(),
  });
  const shown = save.isPending ? save.variables : trashDays;
  const choices = [...new Set([...usual, shown])].sort((a, b) => a - b);
  return (
    <SectionCard title={t("trash")} text={t("trashText")}>
      <div className="flex max-w-md flex-col gap-4">
        <FormError>{save.error ? errorText(save.error) : null}</FormError>
        <Field label={t("trashDays")} hint={t("trashHint")}>
          <NativeSelect
            name="trashDays"
            value={shown}
            disabled={save.isPending}
            onChange={({ target }) => save.mutate(Number(target.value))}
          >
            {choices.map((days) => (
              <option key={days} value={days}>
                {t("days", { days })}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </div>
    </SectionCard>
  );
}
