"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ChoiceGroup } from "./choice-group";
import { dayBefore, dayOf, startOfDay } from "./days";
import type { LibraryViewState } from "./use-library-view";

const spans = { today: 0, week: 6, month: 29 } as const;
type Span = keyof typeof spans;

/** When it was added: the last days, or from one day to another. Days are those of the person's clock. */
export function DateFilter({ view }: { view: LibraryViewState }) {
  const t = useTranslations("find");
  const { from, to } = view.filter;
  const begins = (span: Span) => startOfDay(dayBefore(new Date(), spans[span]));
  const names = Object.keys(spans) as Span[];
  const chosen = to ? [] : names.filter((span) => from === begins(span));
  return (
    <div className="flex flex-col gap-2">
      <ChoiceGroup
        label={t("names.date")}
        choices={names.map((value) => ({ value, label: t(`spans.${value}`) }))}
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
