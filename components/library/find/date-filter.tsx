"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ChoiceGroup } from "./choice-group";
import { dayOf, type Span, spanStart, spans, startOfDay } from "./days";
import type { LibraryViewState } from "./use-library-view";

/** When it was added: the last days, or from one day to another. Days are those of the person's clock. */
export function DateFilter({ view }: { view: LibraryViewState }) {
  const t = useTranslations("find");
  const { from, to } = view.filter;
  const begins = (span: Span) => spanStart(span, new Date());
  const chosen = to ? [] : spans.filter((span) => from === begins(span));
  return (
    <div className="flex flex-col gap-2">
      <ChoiceGroup
        label={t("names.date")}
        choices={spans.map((value) => ({ value, label: t(`spans.${value}`) }))}
        chosen={chosen}
        onToggle={(span) => {
          const value = begins(span as Span);
          view.set("from", value === from && !to ? undefined : value);
          if (to) view.set("to", undefined);
        }}
      />
      <div className="grid grid-cols-2 gap-2">
        <Field label={t("from")}>
          <Input
            type="date"
            value={dayOf(from)}
            max={dayOf(to, -1)}
            onChange={({ target }) => view.set("from", startOfDay(target.value))}
          />
        </Field>
        <Field label={t("until")}>
          <Input
            type="date"
            value={dayOf(to, -1)}
            min={dayOf(from)}
            onChange={({ target }) => view.set("to", startOfDay(target.value, 1))}
          />
        </Field>
      </div>
    </div>
  );
}
