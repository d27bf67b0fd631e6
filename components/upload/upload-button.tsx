"use client";

import { ChevronDown, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { lateComponent } from "@/components/ui/late-component";
import { useAddChoices } from "./use-add-choices";

const AddMenuItems = lateComponent(() => import("./add-menu-items").then((m) => m.AddMenuItems));

/** A file dialog at a desk; on touch screens a menu of camera, gallery and files. */
export function UploadButton() {
  const t = useTranslations("upload");
  const adding = useTranslations("adding");
  const { choices, inputs } = useAddChoices();
  return (
    <>
      <div className="flex pointer-coarse:hidden">
        <Button className="rounded-r-none" onClick={choices.files}>
          <Plus aria-hidden />
          {t("add")}
        </Button>
        <DropdownMenu needs={AddMenuItems.load}>
          <DropdownMenuTrigger asChild>
            <Button
              size="icon"
              className="rounded-l-none border-accent-ink/25 border-l"
              aria-label={adding("menu.more")}
            >
              <ChevronDown aria-hidden />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            <AddMenuItems choices={choices} wanted={["folder", "link"]} />
          </DropdownMenuContent>
        </DropdownMenu>
      </div>
      <DropdownMenu needs={AddMenuItems.load}>
        <DropdownMenuTrigger asChild>
          <Button className="not-pointer-coarse:hidden">
            <Plus aria-hidden />
            {t("add")}
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <AddMenuItems
            choices={choices}
            wanted={["gallery", "film", "photo", "files", "folder", "link"]}
          />
        </DropdownMenuContent>
      </DropdownMenu>
      {inputs}
    </>
  );
}
