const two = (value: number) => String(value).padStart(2, "0");

/** The day (2026-11-26) by the clock here of an instant, some days later; nothing where there is none. */
export function dayOf(iso: string | undefined, later = 0): string {
  const at = iso ? new Date(iso) : undefined;
  if (!at || Number.isNaN(at.getTime())) return "";
  at.setDate(at.getDate() + later);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The instant at which a day begins here, some days later; undefined: that is no day. */
export function startOfDay(day: string | Date, later = 0): string | undefined {
  const at = day instanceof Date ? new Date(day) : new Date(`${day}T00:00`);
  if (Number.isNaN(at.getTime())) return undefined;
  at.setHours(0, 0, 0, 0);
  at.setDate(at.getDate() + later);
  return at.toISOString();
}

/** The last days, today among them. */
export const spans = ["today", "week", "month"] as const;
export type Span = (typeof spans)[number];
const daysBefore: Record<Span, number> = { today: 0, week: 6, month: 29 };

export function spanStart(span: Span, now: Date): string | undefined {
  return startOfDay(dayBefore(now, daysBefore[span]));
}

export function dayBefore(now: Date, days: number): Date {
  const at = new Date(now);
  at.setDate(at.getDate() - days);
  return at;
}
