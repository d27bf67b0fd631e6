"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { memberList, siteList } from "@/components/people/queries";
import { useClient } from "@/components/shell/session";
import { tagList } from "@/components/tags/queries";
import { Field } from "@/components/ui/field";
import { Select, SelectItem } from "@/components/ui/select";
import { ChoiceGroup } from "./choice-group";
import { DateFilter } from "./date-filter";
import { valuesOf } from "./library-view";
import { kinds, lengths, orientations, statuses, useFilterNames } from "./use-filter-names";
import type { LibraryViewState } from "./use-library-view";

const groups = { kind: kinds, status: statuses, orientation: orientations, length: lengths };
const any = "any";

/** Everything by which the library can be narrowed; each choice takes effect at once. */
export function FilterPanel({ view }: { view: LibraryViewState }) {
  const t = useTranslations("find");
  const nameOf = useFilterNames();
  const { client } = useClient();
  const { data: tags = [] } = useQuery(tagList(client.id));
  const { data: sites = [] } = useQuery(siteList(client.id));
  const { data: members = [] } = useQuery(memberList(client.id));
  const select = (name: "site" | "uploader", choices: { value: string; label: string }[]) => (
    <Field label={t(`names.${name}`)}>
      <Select
        value={view.filter[name] ?? any}
        onValueChange={(value) => view.set(name, value === any ? undefined : value)}
      >
        <SelectItem value={any}>{t("any")}</SelectItem>
        {choices.map(({ value, label }) => (
          <SelectItem key={value} value={value}>
            {label}
          </SelectItem>
        ))}
      </Select>
    </Field>
  );

  return (
    <div className="flex flex-col gap-5">
      {(Object.keys(groups) as (keyof typeof groups)[]).map((name) => (
        <ChoiceGroup
          key={name}
          label={t(`names.${name}`)}
          choices={groups[name].map((value) => ({ value, label: nameOf(name, value) }))}
          chosen={valuesOf(view.filter, name)}
          onToggle={(value) => view.toggle(name, value)}
        />
      ))}
      {tags.length > 0 ? (
        <ChoiceGroup
          label={t("names.tag")}
          choices={tags.map(({ name }) => ({ value: name, label: name }))}
          chosen={valuesOf(view.filter, "tag")}
          onToggle={(value) => view.toggle("tag", value)}
        />
      ) : null}
      <DateFilter view={view} />
      {sites.length > 0
        ? select("site", [
            ...sites.map(({ id, name }) => ({ value: id, label: name })),
            { value: "none", label: t("noSite") },
          ])
        : null}
      {members.length > 1
        ? select(
            "uploader",
            members.map(({ userId, name }) => ({ value: userId, label: name })),
          )
        : null}
    </div>
  );
}
