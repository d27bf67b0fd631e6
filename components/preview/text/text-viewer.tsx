"use client";

import { useQuery } from "@tanstack/react-query";
import { FileText, WrapText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useFormats } from "@/components/library/use-formats";
import { BrokenMedia } from "@/components/preview/broken-media";
import { CopyButton } from "@/components/preview/copy-button";
import { StageNote } from "@/components/preview/stage-note";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Spinner } from "@/components/ui/spinner";
import type { Artifact } from "@/lib/artifacts/schema";
import { decodeText } from "./decode-text";
import { TextLines } from "./text-lines";

/** More than this nobody reads here. */
const maxBytes = 1024 * 1024;

/** Letters and nothing else: whatever is written there is never run or drawn. */
export function TextViewer({ artifact, src }: { artifact: Artifact; src: string }) {
  const t = useTranslations("preview.text");
  const { size } = useFormats();
  const [wraps, setWraps] = useState(true);
  const { data, isPending, isError, isFetching, refetch } = useQuery({
    queryKey: ["text", src],
    queryFn: async ({ signal }) => {
      if (artifact.sizeBytes === 0) return { text: "", encoding: "UTF-8" as const };
      const headers = { range: `bytes=0-${maxBytes - 1}` };
      const response = await fetch(src, { headers, signal });
      if (!response.ok) throw new Error(`${response.status}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      return decodeText(bytes.subarray(0, maxBytes)) ?? null;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const lines = useMemo(() => data?.text.split(/\r\n|\n|\r/) ?? [], [data]);

  if (isPending || (isError && isFetching))
    return <StageNote icon={<Spinner />}>{t("loading")}</StageNote>;
  if (isError) {
    return (
      <BrokenMedia src={src} onRetry={() => void refetch()}>
        <StageNote icon={<FileText aria-hidden />}>{t("failed")}</StageNote>
      </BrokenMedia>
    );
  }
  if (!data) return <StageNote icon={<FileText aria-hidden />}>{t("noText")}</StageNote>;
  return (
    <>
      <TextLines lines={lines} wraps={wraps} label={t("content")} />
      <div className="flex items-center justify-center gap-1 bg-surface px-3 py-1">
        <span className="px-2 text-muted text-sm">
          {t("lines", { count: lines.length })} · {data.encoding}
          {artifact.sizeBytes > maxBytes ? ` · ${t("cut", { size: size(maxBytes) })}` : ""}
        </span>
        <Button
          variant="ghost"
          size="sm"
          aria-pressed={wraps}
          onClick={() => setWraps(!wraps)}
          className={cn(wraps && "text-accent!")}
        >
          <WrapText aria-hidden />
          <span className="max-sm:sr-only">{t("wrap")}</span>
        </Button>
        <CopyButton text={data.text}>
          <span className="max-sm:sr-only">{t("copy")}</span>
        </CopyButton>
      </div>
    </>
  );
}
