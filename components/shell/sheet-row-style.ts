/** One line of a sheet on a phone: a whole thumb high. */
export const sheetRowStyle =
  "flex min-h-12 w-full items-center gap-3 rounded-lg px-3 text-left text-base hover:bg-raised disabled:opacity-55 [&_svg]:size-5 [&_svg]:shrink-0 [&_svg]:text-muted";
