"use client";

import {
  Download,
  Eye,
  FolderPlus,
  Pencil,
  Replace,
  Star,
  StarOff,
  Tag,
  Trash2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenuItem, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import { useReplace } from "@/components/versions/use-replace";
import type { Artifact } from "@/lib/artifacts/schema";
import { type ArtifactActions, downloadUrl, isReplaceable } from "./library-actions";
import { useMay } from "./use-may";

interface ArtifactMenuItemsProps {
  artifact: Artifact;
  actions: ArtifactActions;
}

export function ArtifactMenuItems({ artifact, actions }: ArtifactMenuItemsProps) {
  const t = useTranslations("library.actions");
  const versions = useTranslations("versions");
  const may = useMay();
  const replace = useReplace();
  const url = downloadUrl(artifact);
  return (
    <>
      <DropdownMenuItem onSelect={() => actions.preview(artifact.id)}>
        <Eye aria-hidden />
        {t("preview")}
      </DropdownMenuItem>
      {may.rename(artifact) ? (
        <>
          <DropdownMenuItem onSelect={() => actions.rename(artifact)}>
            <Pencil aria-hidden />
            {t("rename")}
          </DropdownMenuItem>
          {isReplaceable(artifact) ? (
            <DropdownMenuItem onSelect={() => replace(artifact)}>
              <Replace aria-hidden />
              {versions("replace")}
            </DropdownMenuItem>
          ) : null}
          <DropdownMenuItem onSelect={() => actions.tag([artifact])}>
            <Tag aria-hidden />
            {t("tags")}
          </DropdownMenuItem>
        </>
      ) : null}
      {may.add ? (
        <DropdownMenuItem onSelect={() => actions.collect([artifact])}>
          <FolderPlus aria-hidden />
          {t("collect")}
        </DropdownMenuItem>
      ) : null}
      <DropdownMenuItem onSelect={() => actions.star(artifact)}>
        {artifact.isFavorite ? <StarOff aria-hidden /> : <Star aria-hidden />}
        {t(artifact.isFavorite ? "unstar" : "addStar")}
      </DropdownMenuItem>
      {url ? (
        <DropdownMenuItem asChild>
          <a href={url} download={artifact.name}>
            <Download aria-hidden />
            {t("download")}
          </a>
        </DropdownMenuItem>
      ) : null}
      {may.delete ? (
        <>
          <DropdownMenuSeparator />
          <DropdownMenuItem danger onSelect={() => actions.remove([artifact])}>
            <Trash2 aria-hidden />
            {t("delete")}
          </DropdownMenuItem>
        </>
      ) : null}
    </>
  );
}
