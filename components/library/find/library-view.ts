import type { ArtifactFilter, ArtifactOrder } from "@/lib/artifacts/schema";

const filterNames = [
  "q",
  "kind",
  "status",
  "tag",
  "site",
  "length",
  "orientation",
  "from",
  "to",
  "uploader",
  "collection",
  "favorite",
] as const;
export type FilterName = (typeof filterNames)[number];

export const orders = ["newest", "oldest", "name", "largest", "longest"] as const;

/** What the library shows: all that stands in its address. */
export interface LibraryView {
  filter: ArtifactFilter;
  /** undefined: as it was left last time. */
  sort: ArtifactOrder | undefined;
}

export function viewOf(search: string): LibraryView {
  const params = new URLSearchParams(search);
  const filter: Record<string, string> = {};
  for (const name of filterNames) {
    const value = params.get(name);
    if (value) filter[name] = value;
  }
  const sort = orders.find((order) => order === params.get("sort"));
  return { filter, sort };
}

/** The same as an address has it, in one spelling. */
export function queryOf({ filter, sort }: LibraryView): string {
  const search = new URLSearchParams();
  for (const name of filterNames) {
    const value = name === "q" ? filter.q : valuesOf(filter, name).sort().join(",");
    if (value) search.set(name, value);
  }
  if (sort) search.set("sort", sort);
  return search.toString();
}

/** The values of a filter that takes several. */
export function valuesOf(filter: ArtifactFilter, name: FilterName): string[] {
  return filter[name]?.split(",").filter((value) => value !== "") ?? [];
}

/** Seen beside the list anyway: the words in their field, the collection in its strip. */
const seenElsewhere: readonly string[] = ["q", "collection", "favorite"];

/** How many things narrow the list. */
export function countFilters(filter: ArtifactFilter): number {
  return filterNames.reduce(
    (count, name) => count + (seenElsewhere.includes(name) ? 0 : valuesOf(filter, name).length),
    0,
  );
}

export function isFiltered(filter: ArtifactFilter): boolean {
  return filterNames.some((name) => filter[name] !== undefined);
}

export function clearFilters(search: URLSearchParams): void {
  for (const name of filterNames) search.delete(name);
}
