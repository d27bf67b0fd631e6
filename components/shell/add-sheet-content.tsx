"use client";

import { useTranslations } from "next-intl";
import { DialogContent } from "@/components/ui/dialog";
import { useAddList } from "@/components/upload/add-list";
import type { AddChoices } from "@/components/upload/use-add-choices";
import { sheetRowStyle } from "./sheet-row-style";

interface AddSheetContentProps {
  choices: AddChoices;
  onClose: () => void;
}

const all = ["gallery", "film", "photo", "files", "folder", "link"] as const;

export function AddSheetContent({ choices, onClose }: AddSheetContentProps) {
  const t = useTranslations("upload");
  const list = useAddList(choices, all);
  return (
    <DialogContent title={t("menu.label")}>
      <div className="-mx-3 flex flex-col">
        {list.map(({ Icon, text, act }) => (
          <button
            key={text}
            type="button"
            className={sheetRowStyle}
            onClick={() => {
              onClose();
              act();
            }}
          >
            <Icon aria-hidden />
            {text}
          </button>
        ))}
      </div>
    </DialogContent>
  );
}
