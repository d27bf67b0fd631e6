"use client";

import { Camera, FileUp, Images, Plus, Video } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { useUploadQueue } from "./upload-context";
import { useFilePicker } from "./use-file-picker";

/** A file dialog at a desk; on touch screens a menu of camera, gallery and files. */
export function UploadButton() {
  const t = useTranslations("upload");
  const queue = useUploadQueue();
  const onFiles = (files: File[]) => queue.add(files);
  const files = useFilePicker({ onFiles });
  const gallery = useFilePicker({ accept: "image/*,video/*", onFiles });
  const film = useFilePicker({ accept: "video/*", camera: true, onFiles });
  const photo = useFilePicker({ accept: "image/*", camera: true, onFiles });

  return (
    <>
      <Button className="pointer-coarse:hidden" onClick={files.open}>
        <Plus aria-hidden />
        {t("add")}
      </Button>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button className="hidden pointer-coarse:inline-flex">
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
        </DropdownMenuContent>
      </DropdownMenu>
      {files.input}
      {gallery.input}
      {film.input}
      {photo.input}
    </>
  );
}
