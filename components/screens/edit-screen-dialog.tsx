"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Screen } from "@/lib/screens/schema";
import { updateScreen } from "@/lib/sdk";
import { SiteSelect } from "./site-select";

interface EditScreenDialogProps {
  clientId: string;
  screen: Screen;
  open: boolean;
  onOpenChange(open: boolean): void;
}

export function EditScreenDialog({ open, onOpenChange, ...rest }: EditScreenDialogProps) {
  const t = useTranslations("screens.edit");
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t("title")}>
        <EditScreenForm {...rest} onSaved={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

interface EditScreenFormProps {
  clientId: string;
  screen: Screen;
  onSaved(): void;
}

function EditScreenForm({ clientId, screen, onSaved }: EditScreenFormProps) {
  const t = useTranslations("screens");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [name, setName] = useState(screen.name);
  const [siteId, setSiteId] = useState(screen.site?.id ?? null);
  const save = useMutation({
    mutationFn: () => updateScreen(clientId, screen.id, { name, siteId, version: screen.version }),
    meta: { quiet: true },
    onSuccess: onSaved,
    // A refusal may mean that someone else was first: the list shows what they did.
    onSettled: () => queries.invalidateQueries({ queryKey: ["screens", clientId] }),
  });

  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "" && !save.isPending) save.mutate();
      }}
    >
      <Field label={t("form.name")} error={save.error ? errorText(save.error) : undefined}>
        <Input
          value={name}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <SiteSelect clientId={clientId} value={siteId} onChange={setSiteId} />
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <DialogClose asChild>
          <Button variant="outline">{common("cancel")}</Button>
        </DialogClose>
        <Button type="submit" busy={save.isPending} disabled={name.trim() === ""}>
          {common("save")}
        </Button>
      </div>
    </form>
  );
}
