/** One place in the phone's bar. */
export const barItemStyle =
  "flex min-h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 rounded-lg px-1 text-center text-xs font-medium text-muted hover:text-ink rail:min-h-11 [&_svg]:size-6 [&_svg]:shrink-0";
