"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { siteList } from "@/components/people/queries";
import { Field } from "@/components/ui/field";
import { Select, SelectItem } from "@/components/ui/select";

const nowhere = "none";

interface SiteSelectProps {
  clientId: string;
  value: string | null;
  onChange(siteId: string | null): void;
}

/** Absent as long as the client has no sites: then there is nothing to choose. */
export function SiteSelect({ clientId, value, onChange }: SiteSelectProps) {
  const t = useTranslations("screens.form");
  const { data: sites = [] } = useQuery(siteList(clientId));
  if (sites.length === 0) return null;
  return (
    <Field label={t("site")}>
      <Select
        value={value ?? nowhere}
        onValueChange={(site) => onChange(site === nowhere ? null : site)}
      >
        <SelectItem value={nowhere}>{t("noSite")}</SelectItem>
        {sites.map((site) => (
          <SelectItem key={site.id} value={site.id}>
            {site.name}
          </SelectItem>
        ))}
      </Select>
    </Field>
  );
}
