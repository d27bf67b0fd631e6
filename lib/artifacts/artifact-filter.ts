import type { Context } from "@/lib/context";
import { creatorOf } from "./assert-may-change";
import type { ArtifactKind, ArtifactQuery, LengthBand, Orientation, StatusFilter } from "./schema";

/** Takes a value into the statement and answers its place there. */
type Put = (value: unknown) => string;

/** A filter as SQL over `a`, an artifact, and `s`, what it is found by. */
export interface FilterSql {
  /** Of what an order's index can leave out at once. */
  trash: string;
  /** Between which ids: when it was uploaded, nearly. */
  range: string[];
  conditions: string[];
  values: unknown[];
  /** `conditions` speak of `s`. */
  readsText: boolean;
  /** What finds the few that match without looking at the rest; undefined: nothing does. */
  source: ((put: Put) => string) | undefined;
}

const kinds: Record<ArtifactKind, string> = {
  video: "a.type in ('VIDEO', 'PREVIEW_VIDEO', 'FINAL_VIDEO')",
  image: "a.type in ('IMAGE', 'KEYFRAME', 'REFERENCE_IMAGE')",
  audio: "a.type in ('AUDIO', 'MUSIC', 'VOICE')",
  file: "a.type in ('FILE', 'SCRIPT', 'PROMPT')",
};
const statuses: Record<StatusFilter, string> = {
  ready: "a.status = 'AVAILABLE'",
  processing: "a.status in ('UPLOADING', 'PROCESSING')",
  failed: "a.status = 'FAILED'",
};
const lengths: Record<LengthBand, string> = {
  under_15s: "a.duration_ms < 15000",
  "15_30s": "a.duration_ms >= 15000 and a.duration_ms < 30000",
  "30_60s": "a.duration_ms >= 30000 and a.duration_ms < 60000",
  over_60s: "a.duration_ms >= 60000",
};
const orientations: Record<Orientation, string> = {
  landscape: "a.width > a.height",
  portrait: "a.width < a.height",
  square: "a.width = a.height",
};

/** $1 is the client. */
export function filterSql(ctx: Context, query: ArtifactQuery): FilterSql {
  const values: unknown[] = [ctx.clientId];
  const put: Put = (value) => `$${values.push(value)}`;
  const conditions: string[] = [];
  const range: string[] = [];
  /** Facets that must all be there, and groups of which one must be: see the trigger on artifacts. */
  const all: string[] = [];
  const groups: string[][] = [];

  const anyOf = <K extends string>(table: Record<K, string>, chosen?: K[], facet?: string) => {
    if (!chosen || chosen.length === 0) return;
    conditions.push(`(${chosen.map((name) => `(${table[name]})`).join(" or ")})`);
    if (facet) groups.push(chosen.map((name) => `${facet}:${name}`));
  };
  anyOf(kinds, query.kind, "kind");
  anyOf(lengths, query.length, "length");
  anyOf(orientations, query.orientation, "orientation");
  anyOf(statuses, query.status);
  if (!query.status?.length) conditions.push("a.status <> 'DELETED'");

  if (query.tag?.length) {
    conditions.push(`a.tags @> ${put(query.tag)}::text[]`);
    all.push(...query.tag.map((tag) => `tag:${tag}`));
  }
  if (query.site) {
    conditions.push(query.site === "none" ? "a.site_id is null" : `a.site_id = ${put(query.site)}`);
    all.push(`site:${query.site}`);
  }
  if (query.uploader) {
    conditions.push(`a.created_by_id = ${put(query.uploader)}`);
    all.push(`uploader:${query.uploader}`);
  }
  if (query.from) {
    conditions.push(`a.created_at >= ${put(query.from)}`);
    range.push(`a.id >= ${put(idAt(query.from, -1))}`);
  }
  if (query.to) {
    conditions.push(`a.created_at < ${put(query.to)}`);
    range.push(`a.id < ${put(idAt(query.to, 1))}`);
  }
  const { collection, favorite } = query;
  const collected = (put: Put) => `select i.artifact_id as id from collection_items i
    where i.client_id = $1 and i.collection_id = ${put(collection)}`;
  const starred = (put: Put) => `select f.artifact_id as id from favorites f
    where f.client_id = $1 and f.user_id = ${put(creatorOf(ctx))}::uuid`;
  if (collection) conditions.push(`exists (${collected(put)} and i.artifact_id = a.id)`);
  if (favorite) conditions.push(`exists (${starred(put)} and f.artifact_id = a.id)`);
  const words = query.q?.trim() || undefined;
  if (words) {
    conditions.push(`s.text like all (search_patterns(search_fold(${put(words)})))`);
  }
  const source =
    (collection && collected) ||
    (favorite && starred) ||
    termSource({ words, all, groups }) ||
    unreadySource(query);
  const trash = `a.trashed_at is ${query.trashed ? "not null" : "null"}`;
  return { trash, range, conditions, values, readsText: words !== undefined, source };
}

interface Terms {
  words: string | undefined;
  all: string[];
  groups: string[][];
}

/** Through the index of terms; only the rarest need be named, but which they are nobody knows. */
function termSource({ words, all, groups }: Terms): FilterSql["source"] {
  if (!words && all.length === 0 && groups.length === 0) return undefined;
  return (put) => {
    const facets = (names: string[]) => `search_terms_of($1, ${put(names)}::text[])`;
    const wanted: string[] = [];
    if (words) wanted.push(`s.terms @> search_query($1, search_fold(${put(words)}))`);
    if (all.length > 0) wanted.push(`s.terms @> ${facets(all)}`);
    if (wanted.length === 0) wanted.push(...groups.map((names) => `s.terms && ${facets(names)}`));
    // Terms are a client's own already; written so, no other index seems better.
    return `select s.artifact_id as id from artifact_search s
      where s.client_id || '' = $1 and ${wanted.join(" and ")}`;
  };
}

function unreadySource({ status }: ArtifactQuery): FilterSql["source"] {
  if (!status?.length || status.includes("ready")) return undefined;
  const chosen = status.map((name) => statuses[name]).join(" or ");
  return () => `select a.id from artifacts a where a.client_id = $1
    and a.status in ('UPLOADING', 'PROCESSING', 'FAILED') and (${chosen})`;
}

/** The UUIDv7 of about that instant: an id and its row's time are taken a moment apart. */
function idAt(iso: string, minutes: number): string {
  const ms = Math.max(0, Date.parse(iso) + minutes * 60_000);
  const hex = ms.toString(16).padStart(12, "0").slice(-12);
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
