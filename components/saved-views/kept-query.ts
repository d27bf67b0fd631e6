import { spanStart, spans } from "@/components/library/find/days";

/** An address as a view keeps it: the last days stay the last days, whenever it is opened. */
export function keptQuery(query: string, now: Date): string {
  const search = new URLSearchParams(query);
  const from = search.get("from");
  const span = search.has("to") ? undefined : spans.find((span) => spanStart(span, now) === from);
  if (span) {
    search.delete("from");
    search.set("span", span);
  }
  return search.toString();
}

/** The address that shows a view now. */
export function shownQuery(kept: string, now: Date): string {
  const search = new URLSearchParams(kept);
  const span = spans.find((span) => span === search.get("span"));
  const from = span && spanStart(span, now);
  search.delete("span");
  if (from) search.set("from", from);
  return search.toString();
}
