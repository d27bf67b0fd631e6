"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/errors/use-error-text";
import { FormError } from "@/components/forms/form-error";
import { useForm } from "@/components/forms/use-form";
import { SectionCard } from "@/components/shell/section-card";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { Client } from "@/lib/clients/schema";
import { ApiProblem, updateClient } from "@/lib/sdk";

const schema = () =>
  import("@/lib/clients/schema").then(({ CreateClient }) => CreateClient.pick({ name: true }));

export function ClientNameForm({ client }: { client: Client }) {
  const t = useTranslations("people.settings");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const router = useRouter();
  const form = useForm(schema, { name: client.name });
  const save = useMutation({
    mutationFn: ({ name }: { name: string }) =>
      updateClient(client.id, { name, version: client.version }),
    meta: { quiet: true },
    onSuccess: () => toast.success(common("saved")),
    onSettled: (_client, error) => {
      const isOld = error instanceof ApiProblem && error.problem.code === "conflict";
      // The frame around this page shows the name as well.
      if (!error || isOld) router.refresh();
    },
  });
  const unchanged = form.values.name.trim() === client.name;
  return (
    <SectionCard title={t("name")}>
      <form
        noValidate
        className="flex max-w-md flex-col gap-4"
        onSubmit={form.submit((given) => save.mutate(given))}
      >
        <FormError>{save.error ? errorText(save.error) : null}</FormError>
        <Field
          label={<span className="sr-only">{t("name")}</span>}
          hint={t("nameHint")}
          error={form.isWrong("name") ? t("nameMissing") : undefined}
        >
          <Input {...form.text("name")} maxLength={120} autoComplete="off" />
        </Field>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Button type="submit" busy={save.isPending} disabled={unchanged}>
            {common("save")}
          </Button>
          <p className="text-sm text-muted">
            {t("idLabel")}: <code className="text-ink">{client.id}</code>
          </p>
        </div>
      </form>
    </SectionCard>
  );
}
