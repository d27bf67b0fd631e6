"use client";

import { Camera, FileUp, Images, Link2, type LucideIcon, Plus, Video } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { useUploadQueue } from "@/components/upload/upload-context";
import { useFilePicker } from "@/components/upload/use-file-picker";
import { useLinksDialog } from "@/components/upload/use-links-dialog";
import { barItemStyle } from "./bar-item-style";
import { sheetRowStyle } from "./sheet-row-style";

/** The middle of the phone's bar: from wherever one is, a picture into the library. */
export function AddSheet() {
  const t = useTranslations("upload");
  const adding = useTranslations("adding");
  const queue = useUploadQueue();
  const links = useLinksDialog();
  const [open, setOpen] = useState(false);
  const onFiles = (files: File[]) => queue.add(files);
  const gallery = useFilePicker({ accept: "image/*,video/*", onFiles });
  const film = useFilePicker({ accept: "video/*", camera: true, onFiles });
  const photo = useFilePicker({ accept: "image/*", camera: true, onFiles });
  const files = useFilePicker({ onFiles });

  const row = (Icon: LucideIcon, text: string, act: () => void) => (
    <button
      type="button"
      className={sheetRowStyle}
      onClick={() => {
        setOpen(false);
        act();
      }}
    >
      <Icon aria-hidden />
      {text}
    </button>
  );
  return (
    <>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogTrigger className={barItemStyle}>
          <span className="grid h-8 w-12 place-items-center rounded-full bg-accent text-accent-ink">
            <Plus aria-hidden />
          </span>
          <span className="max-w-full">{t("short")}</span>
        </DialogTrigger>
        <DialogContent title={t("menu.label")}>
          <div className="-mx-3 flex flex-col">
            {row(Images, t("menu.gallery"), gallery.open)}
            {row(Video, t("menu.film"), film.open)}
            {row(Camera, t("menu.photo"), photo.open)}
            {row(FileUp, t("menu.files"), files.open)}
            {row(Link2, adding("menu.link"), links.open)}
          </div>
        </DialogContent>
      </Dialog>
      {gallery.input}
      {film.input}
      {photo.input}
      {files.input}
      {links.dialog}
    </>
  );
}
