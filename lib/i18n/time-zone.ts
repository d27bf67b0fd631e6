/** The reader's time zone, if their browser has told it; UTC for what is none. */
export function timeZoneOf(told: string | undefined): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: told ?? "UTC" }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
