"use client";

import { useQuery } from "@tanstack/react-query";
import { CloudOff, FileX, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { probeMedia } from "./probe-media";
import { StageNote } from "./stage-note";

interface BrokenMediaProps {
  src: string;
  onRetry: () => void;
  /** Where the bytes are there, and something else is wrong. */
  children: ReactNode;
}

/** Why a file is not shown: its bytes are gone, their store is silent, or it is the file itself. */
export function BrokenMedia({ src, onRetry, children }: BrokenMediaProps) {
  const t = useTranslations("preview");
  const common = useTranslations("common");
  const { data, isPending } = useQuery({
    queryKey: ["media-state", src],
    queryFn: ({ signal }) => probeMedia(src, signal),
    ...{ retry: false, gcTime: 0, refetchOnWindowFocus: false, networkMode: "always" },
  });
  if (isPending) {
    return (
      <StageNote icon={<Spinner />}>
        <span className="sr-only">{common("loading")}</span>
      </StageNote>
    );
  }
  if (data === "gone") {
    return (
      <StageNote icon={<FileX aria-hidden />}>
        <p role="alert">{t("lost")}</p>
      </StageNote>
    );
  }
  if (data === "down") {
    return (
      <StageNote icon={<CloudOff aria-hidden />}>
        <p role="alert">{t("silent")}</p>
        <Button variant="outline" onClick={onRetry}>
          <RotateCw aria-hidden />
          {common("retry")}
        </Button>
      </StageNote>
    );
  }
  return children;
}
