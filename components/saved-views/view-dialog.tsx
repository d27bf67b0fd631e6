"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { CheckRow } from "@/components/forms/check-row";
import { FormError } from "@/components/forms/form-error";
import { useForm } from "@/components/forms/use-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { SavedView } from "@/lib/saved-views/schema";
import { useMayView } from "./use-may-view";
import { useViewChanges } from "./use-view-changes";

const schema = () =>
  import("@/lib/saved-views/schema").then(({ CreateSavedView }) =>
    CreateSavedView.pick({ name: true, isShared: true }),
  );

interface ViewDialogProps {
  /** undefined: what is shown is saved as a new one. */
  view: SavedView | undefined;
  query: string;
  onClose: () => void;
}

export function ViewDialog({ view, query, onClose }: ViewDialogProps) {
  const t = useTranslations("views");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const formId = useId();
  const may = useMayView();
  const form = useForm(schema, { name: view?.name ?? "", isShared: false });
  const { create, update } = useViewChanges({ quiet: true });
  const error = create.error ?? update.error;

  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title={view ? t("renameTitle") : t("saveTitle")}
        footer={
          <>
            <DialogClose asChild>
              <Button variant="outline">{common("cancel")}</Button>
            </DialogClose>
            <Button type="submit" form={formId} busy={create.isPending || update.isPending}>
              {common("save")}
            </Button>
          </>
        }
      >
        <form
          id={formId}
          noValidate
          className="flex flex-col gap-4"
          onSubmit={form.submit(({ name, isShared }) => {
            const then = { onSuccess: onClose };
            if (view) update.mutate({ view, change: { name } }, then);
            else create.mutate({ name, isShared, query }, then);
          })}
        >
          <FormError>{error ? errorText(error) : null}</FormError>
          <Field
            label={t("name")}
            hint={view ? undefined : t("nameExample")}
            error={form.isWrong("name") ? t("nameMissing") : undefined}
          >
            <Input {...form.text("name")} maxLength={80} autoComplete="off" />
          </Field>
          {may.share && !view ? (
            <CheckRow
              checked={form.values.isShared}
              onCheckedChange={(checked) => form.set("isShared", checked)}
              label={t("share")}
              hint={t("shareHint")}
            />
          ) : null}
        </form>
      </DialogContent>
    </Dialog>
  );
}
