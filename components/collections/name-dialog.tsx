"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/errors/use-error-text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { NameForm } from "./name-form";

interface NameDialogProps {
  title: string;
  initial?: string;
  busy: boolean;
  error: Error | null;
  onSubmit: (name: string) => void;
  onClose: () => void;
}

/** Names a collection, a new one or one that is there. */
export function NameDialog({ title, initial, busy, error, onSubmit, onClose }: NameDialogProps) {
  const t = useTranslations("collections");
  const common = useTranslations("common");
  const errorText = useErrorText();
  return (
    <Dialog open onOpenChange={(open) => open || onClose()}>
      <DialogContent
        title={title}
        footer={
          <>
            <DialogClose asChild>
              <Button variant="outline">{common("cancel")}</Button>
            </DialogClose>
            <Button type="submit" form="collection-name" busy={busy}>
              {common("save")}
            </Button>
          </>
        }
      >
        <NameForm
          id="collection-name"
          label={t("name")}
          error={error ? errorText(error) : undefined}
          onSubmit={onSubmit}
          {...(initial === undefined ? {} : { initial })}
        />
      </DialogContent>
    </Dialog>
  );
}
