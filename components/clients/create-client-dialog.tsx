"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { FormError } from "@/components/forms/form-error";
import { useForm } from "@/components/forms/use-form";
import { sectionPath } from "@/components/shell/sections";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { createClient } from "@/lib/sdk";
import { idOfName } from "./id-of-name";
import { clientList } from "./queries";

const schema = () => import("@/lib/clients/schema").then(({ CreateClient }) => CreateClient);

export function CreateClientDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("people.clients");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const formId = useId();
  const router = useRouter();
  const queries = useQueryClient();
  const form = useForm(schema, { name: "", id: "" });
  const [ownId, setOwnId] = useState(false);
  const create = useMutation({
    mutationFn: createClient,
    meta: { quiet: true },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: clientList().queryKey });
      // An administrator's next step is to invite its owner.
      router.push(sectionPath(id, "people"));
    },
  });
  const name = form.text("name");
  const id = form.text("id");

  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title={t("create")}
        footer={
          <>
            <DialogClose asChild>
              <Button variant="outline">{common("cancel")}</Button>
            </DialogClose>
            <Button type="submit" form={formId} busy={create.isPending || create.isSuccess}>
              {t("create")}
            </Button>
          </>
        }
      >
        <form
          id={formId}
          noValidate
          className="flex flex-col gap-4"
          onSubmit={form.submit((given) => create.mutate(given))}
        >
          <FormError>{create.error ? errorText(create.error) : null}</FormError>
          <Field label={t("name")} error={form.isWrong("name") ? t("nameMissing") : undefined}>
            <Input
              {...name}
              maxLength={120}
              autoComplete="off"
              onChange={(event) => {
                name.onChange(event);
                if (!ownId) form.set("id", idOfName(event.target.value));
              }}
            />
          </Field>
          <Field
            label={t("id")}
            hint={t("idHint")}
            error={form.isWrong("id") ? t("idWrong") : undefined}
          >
            <Input
              {...id}
              maxLength={63}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              onChange={(event) => {
                id.onChange(event);
                setOwnId(event.target.value !== "");
              }}
            />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
