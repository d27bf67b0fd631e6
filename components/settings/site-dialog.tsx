"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { FormError } from "@/components/forms/form-error";
import { useForm } from "@/components/forms/use-form";
import { usePeopleMutation } from "@/components/people/use-people-mutation";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { CreateSite, Site } from "@/lib/clients/schema";
import { createSite, updateSite } from "@/lib/sdk";
import { RegionSelect } from "./region-select";

const schema = () => import("@/lib/clients/schema").then(({ CreateSite }) => CreateSite);

interface SiteDialogProps {
  /** undefined: a new one. */
  site: Site | undefined;
  onClose: () => void;
}

export function SiteDialog({ site, onClose }: SiteDialogProps) {
  const t = useTranslations("people.settings");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const formId = useId();
  const form = useForm(schema, { name: site?.name ?? "", region: site?.region ?? null });
  const save = usePeopleMutation(
    (clientId: string, given: CreateSite) =>
      site
        ? updateSite(clientId, site.id, { ...given, version: site.version })
        : createSite(clientId, given),
    { quiet: true },
  );
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title={site ? t("editSite") : t("addSite")}
        footer={
          <>
            <DialogClose asChild>
              <Button variant="outline">{common("cancel")}</Button>
            </DialogClose>
            <Button type="submit" form={formId} busy={save.isPending}>
              {common("save")}
            </Button>
          </>
        }
      >
        <form
          id={formId}
          noValidate
          className="flex flex-col gap-4"
          onSubmit={form.submit((given) => save.mutate(given, { onSuccess: onClose }))}
        >
          <FormError>{save.error ? errorText(save.error) : null}</FormError>
          <Field
            label={t("siteName")}
            hint={t("siteNameExample")}
            error={form.isWrong("name") ? t("siteMissing") : undefined}
          >
            <Input {...form.text("name")} maxLength={80} autoComplete="off" />
          </Field>
          <RegionSelect
            value={form.values.region}
            kept={site?.region ?? null}
            onChange={(region) => form.set("region", region)}
          />
        </form>
      </DialogContent>
    </Dialog>
  );
}
