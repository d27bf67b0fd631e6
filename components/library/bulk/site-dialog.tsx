"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { siteList } from "@/components/people/queries";
import { useClient } from "@/components/shell/session";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { Artifact } from "@/lib/artifacts/schema";
import { moveToSite } from "@/lib/sdk";
import { useBulk } from "./use-bulk";

interface SiteDialogProps {
  artifacts: readonly Artifact[];
  onClose: () => void;
}

/** From which store some files come. */
export function SiteDialog({ artifacts, onClose }: SiteDialogProps) {
  const t = useTranslations("bulk");
  const { client } = useClient();
  const { data: sites = [] } = useQuery(siteList(client.id));
  const bulk = useBulk();
  const choose = (siteId: string | null) => {
    onClose();
    void bulk({
      artifacts,
      act: (ids) => moveToSite(client.id, ids, siteId),
      done: (count) => t("siteDone", { count }),
    });
  };
  const choices = [...sites.map(({ id, name }) => ({ id, name })), { id: null, name: t("noSite") }];
  return (
    <Dialog open onOpenChange={(open) => open || onClose()}>
      <DialogContent
        title={t("siteTitle")}
        description={t("siteText", { count: artifacts.length })}
      >
        <ul className="flex flex-col gap-1">
          {choices.map(({ id, name }) => (
            <li key={id}>
              <Button
                variant="ghost"
                className="w-full justify-start! text-left!"
                onClick={() => choose(id)}
              >
                <span className="truncate">{name}</span>
              </Button>
            </li>
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  );
}
