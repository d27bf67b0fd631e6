"use client";

import { useTranslations } from "next-intl";
import { useClient } from "@/components/shell/session";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useNames } from "./use-names";
import type { Removal } from "./use-remove";

interface DeleteDialogProps {
  removal: Removal;
  onConfirm: () => void;
  onClose: () => void;
}

/** Where files are used, before they go. */
export function DeleteDialog({ removal, onConfirm, onClose }: DeleteDialogProps) {
  const t = useTranslations("library.deleteUsed");
  const namesOf = useNames();
  const { client } = useClient();
  const { artifacts, usage } = removal;
  const count = artifacts.length;
  const { screens = [], collections = [] } = usage ?? {};
  const playing = screens.filter(({ isPlaying }) => isPlaying);
  const waiting = screens.filter(({ isPlaying }) => !isPlaying);
  const of = (list: readonly { name: string }[]) => ({
    screens: list.length,
    names: namesOf(list.map(({ name }) => name)),
  });
  const names = namesOf(collections.map(({ name }) => name));
  const lines = [
    playing.length > 0 ? t(count > 1 ? "playingMany" : "playing", of(playing)) : undefined,
    waiting.length > 0 ? t(count > 1 ? "inLoopMany" : "inLoop", of(waiting)) : undefined,
    collections.length > 0
      ? t("collections", { collections: collections.length, names })
      : undefined,
    t("after", { count, days: client.trashDays }),
  ];
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={(open) => open || onClose()}
      title={t("title", { count, name: artifacts[0]?.name ?? "" })}
      description={lines.map((line) => (
        <span key={line} className="mt-1 block first:mt-0">
          {line}
        </span>
      ))}
      confirmLabel={t("confirm")}
      onConfirm={onConfirm}
    />
  );
}
