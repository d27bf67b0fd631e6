"use client";

import {
  Download,
  EllipsisVertical,
  Eye,
  FolderPlus,
  Pencil,
  Star,
  StarOff,
  Tag,
  Trash2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { Artifact } from "@/lib/artifacts/schema";
import { type ArtifactActions, downloadUrl } from "./library-actions";
import { useMay } from "./use-may";

interface ArtifactMenuProps {
  artifact: Artifact;
  actions: ArtifactActions;
}

export function ArtifactMenu({ artifact, actions }: ArtifactMenuProps) {
  const t = useTranslations("library.actions");
  const may = useMay();
  const url = downloadUrl(artifact);
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          size="icon"
          className="size-8! text-muted! pointer-coarse:size-11! pointer-coarse:-mt-1.5 pointer-coarse:-mr-1"
          aria-label={t("menu", { name: artifact.name })}
        >
          <EllipsisVertical aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
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
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
