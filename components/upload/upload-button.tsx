"use client";

import { Camera, ChevronDown, FileUp, FolderUp, Images, Link2, Plus, Video } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { gatherChosen } from "./gather-files";
import { useAddFiles } from "./use-add-files";
import { useFilePicker } from "./use-file-picker";
import { useLinksDialog } from "./use-links-dialog";

/** A file dialog at a desk; on touch screens a menu of camera, gallery and files. */
export function UploadButton() {
  const t = useTranslations("upload");
  const adding = useTranslations("adding");
  const add = useAddFiles();
  const links = useLinksDialog();
  const onFiles = (files: File[]) => add(gatherChosen(files));
  const files = useFilePicker({ onFiles });
  const gallery = useFilePicker({ accept: "image/*,video/*", onFiles });
  const film = useFilePicker({ accept: "video/*", camera: true, onFiles });
  const photo = useFilePicker({ accept: "image/*", camera: true, onFiles });

  const folder = useFilePicker({ folder: true, onFiles });
  const fromLink = (
    <DropdownMenuItem onSelect={() => links.open()}>
      <Link2 aria-hidden />
      {adding("menu.link")}
    </DropdownMenuItem>
  );

  return (
    <>
      <div className="flex pointer-coarse:hidden">
        <Button className="rounded-r-none" onClick={files.open}>
          <Plus aria-hidden />
          {t("add")}
        </Button>
        <DropdownMenu>
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
            <DropdownMenuItem onSelect={folder.open}>
              <FolderUp aria-hidden />
              {adding("menu.folder")}
            </DropdownMenuItem>
            {fromLink}
          </DropdownMenuContent>
        </DropdownMenu>
      </div>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button className="not-pointer-coarse:hidden">
            <Plus aria-hidden />
            {t("add")}
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={gallery.open}>
            <Images aria-hidden />
            {t("menu.gallery")}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={film.open}>
            <Video aria-hidden />
            {t("menu.film")}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={photo.open}>
            <Camera aria-hidden />
            {t("menu.photo")}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={files.open}>
            <FileUp aria-hidden />
            {t("menu.files")}
          </DropdownMenuItem>
          {fromLink}
        </DropdownMenuContent>
      </DropdownMenu>
      {files.input}
      {folder.input}
      {links.dialog}
      {gallery.input}
      {film.input}
      {photo.input}
    </>
  );
}
