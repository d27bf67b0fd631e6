"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { useMediaQuery } from "@/components/ui/use-media-query";
import { RecordsCards } from "./records-cards";
import { RecordsTable } from "./records-table";
import type { RecordLine } from "./use-record-cells";

/** Nothing to tell: files and records agree, and nobody else's are among them. */
const isInOrder = ({ missing, damaged, orphans, foreign, staleUploads }: RecordLine) =>
  missing + damaged + orphans + foreign + staleUploads === 0;

/** What was found of each client: a table or, on a phone, cards. */
export function RecordsReport({ clients }: { clients: readonly RecordLine[] }) {
  const t = useTranslations("records.report");
  const id = useId();
  const isWide = useMediaQuery("(min-width: 40rem)");
  const [isAll, setAll] = useState(false);
  const quiet = clients.filter(isInOrder);
  const telling = clients.filter((client) => !isInOrder(client));
  const shown = isAll ? [...telling, ...quiet] : telling;
  return (
    <section aria-labelledby={id} className="mt-5 border-t pt-4">
      <h4 id={id} className="text-sm font-semibold">
        {t("title")}
      </h4>
      {shown.length === 0 ? null : isWide ? (
        <RecordsTable lines={shown} labelledBy={id} />
      ) : (
        <RecordsCards lines={shown} labelledBy={id} />
      )}
      {quiet.length > 0 ? (
        <Button
          variant="ghost"
          size="sm"
          className="mt-2 -ml-3"
          aria-expanded={isAll}
          onClick={() => setAll(!isAll)}
        >
          {isAll ? t("fewer") : t("all", { count: quiet.length })}
        </Button>
      ) : null}
    </section>
  );
}
