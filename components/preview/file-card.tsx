"use client";

import { Download, File as FileIcon, FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { downloadUrl } from "@/components/library/library-actions";
import { useFormats } from "@/components/library/use-formats";
import { Button } from "@/components/ui/button";
import type { Artifact } from "@/lib/artifacts/schema";
import { StageNote } from "./stage-note";

interface FileCardProps {
  artifact: Artifact;
  /** Why it is not shown here. */
  children: string;
}

/** What cannot be shown here can be taken home. */
export function FileCard({ artifact, children }: FileCardProps) {
  const t = useTranslations("library.actions");
  const { size } = useFormats();
  const url = downloadUrl(artifact);
  const isPdf = artifact.contentType === "application/pdf";
  return (
    <StageNote icon={isPdf ? <FileText aria-hidden /> : <FileIcon aria-hidden />}>
      <p>{children}</p>
      {url ? (
        <Button asChild>
          <a href={url} download={artifact.name}>
            <Download aria-hidden />
            {t("download")} · {size(artifact.sizeBytes)}
          </a>
        </Button>
      ) : null}
    </StageNote>
  );
}
