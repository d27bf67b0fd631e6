import type { InfiniteData } from "@tanstack/react-query";
import type { Artifact, ArtifactPage } from "@/lib/artifacts/schema";

export type ArtifactPages = InfiniteData<ArtifactPage, unknown>;

/** Pure: the loaded pages after some artifacts changed, came or went. Everything else stays. */
export function patchPages(
  data: ArtifactPages,
  changed: readonly Artifact[],
  gone: readonly string[] = [],
): ArtifactPages {
  const leaving = new Set([...gone, ...changed.filter(isTrashed).map(({ id }) => id)]);
  const staying = changed.filter((artifact) => !isTrashed(artifact));
  let pages =
    leaving.size > 0 ? mapItems(data.pages, (items) => without(items, leaving)) : data.pages;
  for (const artifact of staying) pages = put(pages, artifact);
  return { ...data, pages };
}

/** The same where the place of what is new is not known: only what is there already changes. */
export function replaceInPages(
  data: ArtifactPages,
  changed: readonly Artifact[],
  gone: readonly string[] = [],
): ArtifactPages {
  const leaving = new Set(gone);
  const now = new Map(changed.map((artifact) => [artifact.id, artifact]));
  const pages = mapItems(data.pages, (items) =>
    without(items, leaving).map((item) => now.get(item.id) ?? item),
  );
  return { ...data, pages };
}

function put(pages: ArtifactPage[], artifact: Artifact): ArtifactPage[] {
  if (pages.some(({ items }) => items.some(({ id }) => id === artifact.id))) {
    return mapItems(pages, (items) =>
      items.map((item) => (item.id === artifact.id ? artifact : item)),
    );
  }
  const index = pages.findIndex(({ items }) => items.some((item) => isAfter(item, artifact)));
  if (index >= 0) return pages.with(index, insert(pages[index], artifact));
  // Older than all that is loaded: it belongs to a page that has not been read, unless all have.
  const last = pages.at(-1);
  if (!last || last.nextCursor !== null) return pages;
  return pages.with(-1, { ...last, items: [...last.items, artifact] });
}

function insert(page: ArtifactPage | undefined, artifact: Artifact): ArtifactPage {
  const items = page?.items ?? [];
  const position = items.findIndex((item) => isAfter(item, artifact));
  return { nextCursor: page?.nextCursor ?? null, items: items.toSpliced(position, 0, artifact) };
}

// Ids are UUIDv7: their order is the order of creation.
function isAfter(item: Artifact, { id }: Artifact): boolean {
  return item.id < id;
}

function isTrashed({ trashedAt, status }: Artifact): boolean {
  return trashedAt !== null || status === "DELETED";
}

function without(items: Artifact[], ids: ReadonlySet<string>): Artifact[] {
  return items.filter(({ id }) => !ids.has(id));
}

function mapItems(
  pages: ArtifactPage[],
  change: (items: Artifact[]) => Artifact[],
): ArtifactPage[] {
  return pages.map((page) => ({ ...page, items: change(page.items) }));
}
