"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { importList } from "./import-queries";
import { ImportRow } from "./import-row";
import { useUploadClient } from "./upload-context";

/** What this person has the server fetch from links, and what it could not get. */
export function ImportTray() {
  const t = useTranslations("adding.links");
  const clientId = useUploadClient();
  const { data = [] } = useQuery(importList(clientId));
  const mine = data.filter(({ isMine }) => isMine);
  if (mine.length === 0) return null;
  return (
    <section
      aria-label={t("tray")}
      className="animate-pop-in overflow-hidden rounded-2xl border bg-surface shadow-lg"
    >
      <p className="px-4 pt-3 pb-1 font-medium text-ink text-sm">{t("tray")}</p>
      <ul className="max-h-[min(16rem,35dvh)] divide-y divide-line overflow-y-auto">
        {mine.map((item) => (
          <ImportRow key={item.artifactId} clientId={clientId} item={item} />
        ))}
      </ul>
    </section>
  );
}
