"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { RadioGroup } from "radix-ui";
import { useId } from "react";
import { CheckRow } from "@/components/forms/check-row";
import { useClient } from "@/components/shell/session";
import { Label } from "@/components/ui/label";
import { siteList } from "./queries";

interface SitePickerProps {
  /** undefined: all shops. */
  value: readonly string[] | undefined;
  onChange: (siteIds: readonly string[] | undefined) => void;
  wrong: boolean;
}

export function SitePicker({ value, onChange, wrong }: SitePickerProps) {
  const t = useTranslations("people");
  const id = useId();
  const { client } = useClient();
  const { data: sites = [] } = useQuery(siteList(client.id));
  const toggle = (siteId: string, checked: boolean) => {
    const others = (value ?? []).filter((other) => other !== siteId);
    onChange(checked ? [...others, siteId] : others);
  };

  return (
    <div className="flex flex-col gap-1">
      <p id={id} className="text-sm font-medium">
        {t("sites")}
      </p>
      <RadioGroup.Root
        aria-labelledby={id}
        value={value ? "some" : "all"}
        onValueChange={(next) => onChange(next === "all" ? undefined : [])}
      >
        <Choice value="all" label={t("sitesAll")} />
        <Choice value="some" label={t("sitesSome")} disabled={sites.length === 0} />
      </RadioGroup.Root>
      {sites.length === 0 ? <p className="text-sm text-muted">{t("noSites")}</p> : null}
      {value ? (
        <fieldset aria-label={t("sitesSome")} className="ml-8">
          {sites.map((site) => (
            <CheckRow
              key={site.id}
              checked={value.includes(site.id)}
              onCheckedChange={(checked) => toggle(site.id, checked)}
              label={site.name}
            />
          ))}
          {wrong ? (
            <p role="alert" className="text-sm text-danger">
              {t("sitesMissing")}
            </p>
          ) : null}
        </fieldset>
      ) : null}
    </div>
  );
}

function Choice({
  value,
  label,
  disabled = false,
}: {
  value: string;
  label: string;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <div className="flex items-center gap-3 py-2">
      <RadioGroup.Item
        id={id}
        value={value}
        disabled={disabled}
        className="relative grid size-5 shrink-0 place-items-center rounded-full border border-field bg-surface before:absolute before:-inset-3 disabled:opacity-50 data-[state=checked]:border-accent"
      >
        <RadioGroup.Indicator className="size-2.5 rounded-full bg-accent" />
      </RadioGroup.Item>
      <Label htmlFor={id} className={disabled ? "text-muted!" : ""}>
        {label}
      </Label>
    </div>
  );
}
