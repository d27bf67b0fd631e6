"use client";

import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog, DialogTrigger } from "@/components/ui/dialog";
import { lateComponent } from "@/components/ui/late-component";
import { barItemStyle } from "./bar-item-style";

const MoreSheetContent = lateComponent(() =>
  import("./more-sheet-content").then((m) => m.MoreSheetContent),
);

/** What the phone's bar has no room for. */
export function MoreSheet() {
  const t = useTranslations("common");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger className={barItemStyle}>
        <Menu aria-hidden />
        <span className="max-w-full">{t("more")}</span>
      </DialogTrigger>
      {open ? <MoreSheetContent onClose={() => setOpen(false)} /> : null}
    </Dialog>
  );
}
