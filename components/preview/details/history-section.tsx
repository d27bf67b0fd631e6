"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormats } from "@/components/library/use-formats";
import { artifactHistory } from "@/components/preview/preview-queries";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { DetailSectionProps } from "./detail-sections";
import { Section } from "./section";
import { useEventSentence } from "./use-event-sentence";

/** What was done with it and by whom, the last first. */
export function HistorySection({ clientId, artifact }: DetailSectionProps) {
  const t = useTranslations("preview.history");
  const { moment } = useFormats();
  const sentenceOf = useEventSentence();
  const history = useInfiniteQuery(artifactHistory(clientId, artifact.id));
  const events = history.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Section title={t("title")}>
      {history.isPending ? <Skeleton className="h-9" /> : null}
      {history.isError ? <p className="text-muted text-sm">{t("failed")}</p> : null}
      <ol className="flex flex-col gap-3">
        {events.map((event) => (
          <li key={event.id} className="border-l-2 pl-3 text-sm">
            <span className="block">{sentenceOf(event)}</span>
            <time dateTime={event.at} className="block text-muted text-xs">
              {moment(event.at)}
            </time>
          </li>
        ))}
      </ol>
      {history.hasNextPage ? (
        <Button
          variant="ghost"
          size="sm"
          className="mt-2"
          busy={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t("more")}
        </Button>
      ) : null}
    </Section>
  );
}
