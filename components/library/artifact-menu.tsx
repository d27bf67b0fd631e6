"use client";

import { EllipsisVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { lateComponent } from "@/components/ui/late-component";
import type { Artifact } from "@/lib/artifacts/schema";
import type { ArtifactActions } from "./library-actions";

const ArtifactMenuItems = lateComponent(() =>
  import("./artifact-menu-items").then((m) => m.ArtifactMenuItems),
);

interface ArtifactMenuProps {
  artifact: Artifact;
  actions: ArtifactActions;
}

export function ArtifactMenu({ artifact, actions }: ArtifactMenuProps) {
  const t = useTranslations("library.actions");
  return (
    <DropdownMenu needs={ArtifactMenuItems.load}>
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
        <ArtifactMenuItems artifact={artifact} actions={actions} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
