"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { UploadItem } from "@/lib/sdk";
import { useUploadQueue } from "./upload-context";
import { useFilePicker } from "./use-file-picker";

/** The page was loaded anew and the browser could not keep the file: the person has it. */
export function UploadMissing({ item: { id, name, remembered } }: { item: UploadItem }) {
  const t = useTranslations("adding.missing");
  const queue = useUploadQueue();
  const [refused, setRefused] = useState(false);
  const picker = useFilePicker({
    single: true,
    onFiles: ([file]) => {
      if (file) void queue.give(id, file).then((isSame) => setRefused(!isSame));
    },
  });
  const open = () => {
    if (!remembered) return picker.open();
    void queue.reopen(id).then((opened) => {
      if (!opened) picker.open();
    });
  };
  return (
    <div className="mt-0.5 flex flex-col items-start gap-2 text-xs">
      <p className="text-muted">{t("text")}</p>
      {refused ? (
        <p role="alert" className="text-danger">
          {t("other", { name })}
        </p>
      ) : null}
      <Button size="sm" variant="outline" onClick={open} aria-label={t("chooseOf", { name })}>
        {t("choose")}
      </Button>
      {picker.input}
    </div>
  );
}
