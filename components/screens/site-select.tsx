"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { siteList } from "@/components/people/queries";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";

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
      <NativeSelect
        name="site"
        value={value ?? nowhere}
        onChange={({ target }) => onChange(target.value === nowhere ? null : target.value)}
      >
        <option value={nowhere}>{t("noSite")}</option>
        {sites.map((site) => (
          <option key={site.id} value={site.id}>
            {site.name}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}
