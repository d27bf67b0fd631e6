"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useClient } from "@/components/shell/session";
import { siteList } from "./queries";

/** Which shops a member or an invitation is limited to: two by name, more by number. */
export function SiteNames({ siteIds }: { siteIds: readonly string[] }) {
  const t = useTranslations("people");
  const { client } = useClient();
  const { data: sites } = useQuery(siteList(client.id));
  if (siteIds.length === 0) return <span>{t("allSites")}</span>;
  const names = siteIds.flatMap((id) => sites?.find((site) => site.id === id)?.name ?? []);
  const all = names.join(", ");
  const few = names.length === siteIds.length && names.length <= 2;
  return <span title={all}>{few ? all : t("siteCount", { count: siteIds.length })}</span>;
}
