"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { regionList } from "@/components/people/queries";
import { useClient } from "@/components/shell/session";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";

const nowhere = "";

interface RegionSelectProps {
  value: string | null;
  /** What the site has already: it stays a choice when no place bears it any more. */
  kept: string | null;
  onChange(region: string | null): void;
}

/** Absent as long as no place for files names a region: then there is nothing to choose. */
export function RegionSelect({ value, kept, onChange }: RegionSelectProps) {
  const t = useTranslations("people.settings");
  const { client } = useClient();
  const { data: regions = [] } = useQuery(regionList(client.id));
  if (regions.length === 0) return null;
  const choices = kept === null || regions.includes(kept) ? regions : [...regions, kept];
  return (
    <Field label={t("region")} hint={t("regionHint")}>
      <NativeSelect
        name="region"
        value={value ?? nowhere}
        onChange={({ target }) => onChange(target.value === nowhere ? null : target.value)}
      >
        <option value={nowhere}>{t("noRegion")}</option>
        {choices.map((region) => (
          <option key={region} value={region}>
            {region}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}
