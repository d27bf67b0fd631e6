import { Camera, FileUp, FolderUp, Images, Link2, type LucideIcon, Video } from "lucide-react";
import { useTranslations } from "next-intl";
import type { AddChoices } from "./use-add-choices";

interface AddEntry {
  Icon: LucideIcon;
  text: string;
  act: () => void;
}

/** What is offered under "Add": on a phone the camera and the gallery first. */
export function useAddList(choices: AddChoices, wanted: readonly (keyof AddChoices)[]): AddEntry[] {
  const t = useTranslations("upload.menu");
  const adding = useTranslations("adding.menu");
  const texts = {
    ...{ gallery: t("gallery"), film: t("film"), photo: t("photo"), files: t("files") },
    ...{ folder: adding("folder"), link: adding("link") },
  };
  return wanted.map((name) => ({ Icon: icons[name], text: texts[name], act: choices[name] }));
}

const icons: Record<keyof AddChoices, LucideIcon> = {
  gallery: Images,
  film: Video,
  photo: Camera,
  files: FileUp,
  folder: FolderUp,
  link: Link2,
};
