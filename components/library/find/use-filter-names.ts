"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormats } from "@/components/library/use-formats";
import { memberList, siteList } from "@/components/people/queries";
import { useClient } from "@/components/shell/session";
import type { FilterName } from "./library-view";

export const kinds = ["video", "image", "audio", "file"] as const;
export const statuses = ["ready", "processing", "failed"] as const;
export const orientations = ["landscape", "portrait", "square"] as const;
export const lengths = ["under_15s", "15_30s", "30_60s", "over_60s"] as const;

const named = {
  kind: kinds,
  status: statuses,
  orientation: orientations,
  length: lengths,
} as const;

/** What the values of filters are called. */
export function useFilterNames(): (name: FilterName, value: string) => string {
  const t = useTranslations("find");
  const { date } = useFormats();
  const { client } = useClient();
  const { data: sites } = useQuery(siteList(client.id));
  const { data: members } = useQuery(memberList(client.id));

  return (name, value) => {
    switch (name) {
      case "kind":
      case "status":
      case "orientation":
      case "length": {
        const known = (named[name] as readonly string[]).includes(value);
        return known ? t(`values.${name}.${value}` as Parameters<typeof t>[0]) : value;
      }
      case "site":
        if (value === "none") return t("noSite");
        return sites?.find(({ id }) => id === value)?.name ?? t("names.site");
      case "uploader":
        return members?.find(({ userId }) => userId === value)?.name ?? t("names.uploader");
      case "from":
      case "to":
        return Number.isNaN(Date.parse(value)) ? value : t(`${name}Date`, { date: date(value) });
      case "favorite":
        return t("names.favorite");
      case "collection":
        return t("names.collection");
      default:
        return value;
    }
  };
}
