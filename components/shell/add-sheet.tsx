"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog, DialogTrigger } from "@/components/ui/dialog";
import { lateComponent } from "@/components/ui/late-component";
import { useAddChoices } from "@/components/upload/use-add-choices";
import { barItemStyle } from "./bar-item-style";

const AddSheetContent = lateComponent(() =>
  import("./add-sheet-content").then((m) => m.AddSheetContent),
);

/** The middle of the phone's bar: from wherever one is, a picture into the library. */
export function AddSheet() {
  const t = useTranslations("upload");
  const { choices, inputs } = useAddChoices();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogTrigger className={barItemStyle}>
          <span className="grid h-8 w-12 place-items-center rounded-full bg-accent text-accent-ink">
            <Plus aria-hidden />
          </span>
          <span className="max-w-full">{t("short")}</span>
        </DialogTrigger>
        {open ? <AddSheetContent choices={choices} onClose={() => setOpen(false)} /> : null}
      </Dialog>
      {inputs}
    </>
  );
}
