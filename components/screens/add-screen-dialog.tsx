"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import type { Screen } from "@/lib/screens/schema";
import { PairForm } from "./pair-form";
import { PairedNotice } from "./paired-notice";
import { useOrigin } from "./use-origin";

interface AddScreenDialogProps {
  clientId: string;
  /** How many there are: the next one's name is made of it. */
  count: number;
  open: boolean;
  onOpenChange(open: boolean): void;
}

const formId = "add-screen";

export function AddScreenDialog({ clientId, count, open, onOpenChange }: AddScreenDialogProps) {
  const t = useTranslations("screens");
  const { origin } = useOrigin();
  const [paired, setPaired] = useState<Screen>();

  function toggle(open: boolean) {
    onOpenChange(open);
    if (!open) setPaired(undefined);
  }

  return (
    <Dialog open={open} onOpenChange={toggle}>
      {paired ? (
        <DialogContent
          title={t("add.done")}
          footer={
            <>
              <Button variant="outline" onClick={() => setPaired(undefined)}>
                {t("add.another")}
              </Button>
              <DialogClose asChild>
                <Button>{t("add.close")}</Button>
              </DialogClose>
            </>
          }
        >
          <PairedNotice clientId={clientId} screen={paired} />
        </DialogContent>
      ) : (
        <DialogContent
          title={t("add.title")}
          description={t("add.text", { address: `${origin}/screen` })}
        >
          <PairForm
            id={formId}
            clientId={clientId}
            name={t("form.defaultName", { number: count + 1 })}
            onPaired={setPaired}
          >
            {({ busy, ready }) => (
              <Button type="submit" size="lg" busy={busy} disabled={!ready}>
                {t("add.submit")}
              </Button>
            )}
          </PairForm>
        </DialogContent>
      )}
    </Dialog>
  );
}
