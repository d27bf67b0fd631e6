"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Spinner } from "@/components/ui/spinner";
import type { Artifact } from "@/lib/artifacts/schema";
import { FileCard } from "./file-card";
import { StageNote } from "./stage-note";

/** The browser shows nothing: it cannot, or there is nothing to show. */
export function BrokenMedia({ artifact, src }: { artifact: Artifact; src: string }) {
  const t = useTranslations("preview");
  const { data: answer } = useQuery({
    queryKey: ["media-answer", src],
    queryFn: ({ signal }) => answerOf(src, signal),
    staleTime: 0,
    gcTime: 0,
  });
  if (!answer) return <StageNote icon={<Spinner />}>{null}</StageNote>;
  if (answer === "there") return <FileCard artifact={artifact}>{t("cannotPlay")}</FileCard>;
  return <StageNote icon={<CircleAlert aria-hidden />}>{t(answer)}</StageNote>;
}

/** A store that is led to by another address is not asked: that it is known there is enough. */
async function answerOf(src: string, signal: AbortSignal): Promise<"there" | "lost" | "away"> {
  const headers = { range: "bytes=0-0" };
  const answer = await fetch(src, { headers, redirect: "manual", signal }).catch(() => undefined);
  await answer?.body?.cancel();
  if (!answer || answer.status >= 500) return "away";
  return answer.status === 404 ? "lost" : "there";
}
