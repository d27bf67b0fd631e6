"use client";

import { useFormatter } from "next-intl";

/** Of today the time, else the day too: "09:12", "Tue 4 Nov, 09:12". */
export function useInstant(): (instant: string) => string {
  const format = useFormatter();
  return (instant) => {
    const date = new Date(instant);
    const isToday = dayOf(format, date) === dayOf(format, new Date());
    const time = { hour: "numeric", minute: "2-digit" } as const;
    return format.dateTime(
      date,
      isToday ? time : { weekday: "short", month: "short", day: "numeric", ...time },
    );
  };
}

/** In the reader's time zone, on the server as well. */
const dayOf = (format: ReturnType<typeof useFormatter>, date: Date) =>
  format.dateTime(date, { dateStyle: "short" });
