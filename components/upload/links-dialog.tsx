"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { FormError } from "@/components/forms/form-error";
import { refreshArtifacts } from "@/components/library/refresh-artifacts";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { createImport } from "@/lib/sdk";
import { importList } from "./import-queries";
import { linksOf, maxLinks } from "./links-of";
import { useUploadClient } from "./upload-context";

interface LinksDialogProps {
  /** What was pasted. */
  text?: string;
  onClose: () => void;
}

const formId = "add-links";

/** Files from links, one a line: the server fetches them, so the phone may sleep. */
export function LinksDialog({ text: initial = "", onClose }: LinksDialogProps) {
  const t = useTranslations("adding.links");
  const errorText = useErrorText();
  const clientId = useUploadClient();
  const queryClient = useQueryClient();
  const [text, setText] = useState(initial);
  const [tried, setTried] = useState(false);
  const { links, others } = linksOf(text);
  const add = useMutation({
    mutationFn: async () => {
      for (const url of links) {
        const { id } = await createImport(clientId, { url });
        // What has begun is not begun again when a later one fails.
        setText((rest) =>
          rest
            .split(/\s+/)
            .filter((line) => line !== url)
            .join("\n"),
        );
        await refreshArtifacts(queryClient, clientId, [id]).catch(() => {});
      }
    },
    onSuccess: onClose,
    onSettled: () => queryClient.invalidateQueries({ queryKey: importList(clientId).queryKey }),
    meta: { quiet: true },
  });
  const problem =
    others.length > 0
      ? t("notALink", { line: others[0] ?? "" })
      : links.length === 0
        ? t("none")
        : links.length > maxLinks
          ? t("tooMany", { count: maxLinks })
          : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!problem && !add.isPending) add.mutate();
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t("title")}
        description={t("text")}
        footer={
          <Button type="submit" form={formId} size="lg" busy={add.isPending}>
            {t("submit", { count: Math.max(1, links.length) })}
          </Button>
        }
      >
        <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
          <FormError>{add.error ? errorText(add.error) : null}</FormError>
          <Field label={t("label")} hint={t("hint")} error={tried ? problem : undefined}>
            <TextArea
              rows={5}
              inputMode="url"
              autoCapitalize="none"
              spellCheck={false}
              placeholder="https://…"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
