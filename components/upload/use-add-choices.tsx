"use client";

import type { ReactNode } from "react";
import { gatherChosen } from "./gather-files";
import { useAddFiles } from "./use-add-files";
import { useFilePicker } from "./use-file-picker";
import { useLinksDialog } from "./use-links-dialog";

/** The ways in which a person adds files; each begins with its function. */
export interface AddChoices {
  gallery: () => void;
  film: () => void;
  photo: () => void;
  files: () => void;
  folder: () => void;
  link: () => void;
}

/** `inputs` has to stand outside of the menu, which is gone while the person chooses. */
export function useAddChoices(): { choices: AddChoices; inputs: ReactNode } {
  const add = useAddFiles();
  const links = useLinksDialog();
  const onFiles = (files: File[]) => add(gatherChosen(files));
  const gallery = useFilePicker({ accept: "image/*,video/*", onFiles });
  const film = useFilePicker({ accept: "video/*", camera: true, onFiles });
  const photo = useFilePicker({ accept: "image/*", camera: true, onFiles });
  const files = useFilePicker({ onFiles });
  const folder = useFilePicker({ folder: true, onFiles });
  return {
    choices: {
      gallery: gallery.open,
      film: film.open,
      photo: photo.open,
      files: files.open,
      folder: folder.open,
      link: () => links.open(),
    },
    inputs: (
      <>
        {gallery.input}
        {film.input}
        {photo.input}
        {files.input}
        {folder.input}
        {links.dialog}
      </>
    ),
  };
}
