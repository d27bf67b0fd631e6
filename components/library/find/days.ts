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

export function dayBefore(now: Date, days: number): Date {
  const at = new Date(now);
  at.setDate(at.getDate() - days);
  return at;
}
