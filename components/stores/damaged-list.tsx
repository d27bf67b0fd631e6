"use client";

import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useFormats } from "@/components/library/use-formats";
import { Badge } from "@/components/ui/badge";
import { listDamaged } from "@/lib/sdk";
import type { DamagedFile } from "@/lib/stores/schema";
import { PagedRows } from "./paged-rows";

interface DamagedListProps {
  storeId: string;
  /** When these change, the files are other ones. */
  counts: number[];
}

const damagedFiles = ({ storeId, counts }: DamagedListProps) =>
  infiniteQueryOptions({
    queryKey: ["damaged-files", storeId, counts],
    queryFn: ({ pageParam, signal }) =>
      listDamaged(storeId, { ...(pageParam ? { cursor: pageParam } : {}), limit: 10 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });

export function DamagedList(props: DamagedListProps) {
  const t = useTranslations("care.files");
  const id = useId();
  const list = useInfiniteQuery(damagedFiles(props));
  return (
    <section aria-labelledby={id} aria-busy={list.isFetching} className="border-l pl-4">
      <h3 id={id} className="text-sm font-semibold">
        {t("title")}
      </h3>
      <PagedRows
        list={list}
        labelledBy={id}
        more={t("more")}
        row={(file) => <DamagedRow key={file.id} file={file} />}
      />
    </section>
  );
}

function DamagedRow({ file }: { file: DamagedFile }) {
  const t = useTranslations("care.files");
  const { size, moment } = useFormats();
  const { clientId, clientName, artifactId, artifactName, kind, problem, foundAt } = file;
  const about = [
    clientName,
    ...(kind === "rendition" ? [t("rendition")] : []),
    size(file.sizeBytes),
    ...(foundAt === null ? [] : [t("found", { when: moment(foundAt) })]),
  ];
  return (
    <li className="flex flex-col gap-1 py-2 text-sm">
      <div className="flex items-center gap-2">
        <Badge tone={file.hasCopy ? "warning" : "danger"} className="shrink-0">
          {t(problem)}
        </Badge>
        {artifactId === null ? (
          <span className="text-muted">{t("unnamed")}</span>
        ) : (
          <Link
            href={`/c/${clientId}/library?preview=${artifactId}`}
            className="min-w-0 text-accent underline wrap-anywhere"
          >
            {artifactName}
          </Link>
        )}
      </div>
      <p className="text-xs wrap-anywhere text-muted">{about.join(" · ")}</p>
      <p className="text-xs">{t(file.hasCopy ? "hasCopy" : `noCopy.${kind}`)}</p>
    </li>
  );
}
