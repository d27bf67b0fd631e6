"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useClient } from "@/components/shell/session";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { tagList } from "./queries";
import { TagEditor } from "./tag-editor";

/** The tags themselves: their names and colours, for all files at once. */
export function TagManager({ onClose }: { onClose: () => void }) {
  const t = useTranslations("tags");
  const { client } = useClient();
  const { data: tags = [] } = useQuery(tagList(client.id));
  return (
    <Dialog open onOpenChange={(open) => open || onClose()}>
      <DialogContent title={t("manage")} description={t("manageText")} focusField={false}>
        {tags.length === 0 ? <p className="text-muted text-sm">{t("none")}</p> : null}
        <ul className="flex flex-col divide-y">
          {tags.map((tag) => (
            <TagEditor key={tag.name} tag={tag} />
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  );
}
