/** Columns of the table; what has no room on a phone stands below the name there. */
export const rowStyle = "flex items-center gap-3 px-3";

export const columnStyles = {
  name: "min-w-0 flex-1",
  status: "hidden w-28 shrink-0 md:block",
  length: "hidden w-14 shrink-0 text-right sm:block",
  resolution: "hidden w-24 shrink-0 text-right xl:block",
  size: "hidden w-20 shrink-0 text-right sm:block",
  uploader: "hidden w-32 shrink-0 2xl:block",
  date: "hidden w-28 shrink-0 lg:block",
  menu: "w-8 shrink-0 pointer-coarse:w-11",
};
