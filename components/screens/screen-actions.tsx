"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { EllipsisVertical, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { lateComponent } from "@/components/ui/late-component";
import type { Screen } from "@/lib/screens/schema";
import { removeScreen } from "@/lib/sdk";

const EditScreenDialog = lateComponent(() =>
  import("./edit-screen-dialog").then((m) => m.EditScreenDialog),
);

export function ScreenActions({ clientId, screen }: { clientId: string; screen: Screen }) {
  const t = useTranslations("screens");
  const queries = useQueryClient();
  const [dialog, setDialog] = useState<"edit" | "remove">();
  const remove = useMutation({
    mutationFn: () => removeScreen(clientId, screen.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["screens", clientId] }),
  });
  const show = (name: "edit" | "remove") => (open: boolean) => setDialog(open ? name : undefined);

  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("card.actions", { name: screen.name })}
            className="-my-1.5 -mr-2"
          >
            <EllipsisVertical aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={() => setDialog("edit")}>
            <Pencil aria-hidden />
            {t("card.edit")}
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem danger onSelect={() => setDialog("remove")}>
            <Trash2 aria-hidden />
            {t("card.remove")}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {dialog === "edit" ? (
        <EditScreenDialog {...{ clientId, screen }} open onOpenChange={show("edit")} />
      ) : null}
      <ConfirmDialog
        open={dialog === "remove"}
        onOpenChange={show("remove")}
        title={t("remove.title", { name: screen.name })}
        description={t("remove.text")}
        confirmLabel={t("remove.confirm")}
        onConfirm={() => remove.mutateAsync()}
        danger
      />
    </>
  );
}
