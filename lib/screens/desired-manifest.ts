import { createHash } from "node:crypto";
import type { BaseContext } from "@/lib/context";
import { prepared } from "@/lib/db";
import { runtime } from "@/lib/runtime";
import { mediaUrlExpiry, screenMediaWindowSeconds, signMediaUrl } from "@/lib/storage";
import { imageDurationMs } from "./facts";
import { manifestCacheOf } from "./manifest-cache";
import type { Manifest, ManifestItem } from "./schema";

interface ScreenPart {
  name: string;
  /** Of the site in which it stands. */
  region: string | null;
}

/** What all screens of a client should play; the same for each but for what it is told of itself. */
export interface DesiredManifest {
  revision: string;
  /** Revision, items and expiry, as JSON without the opening brace. */
  jsonTail: string;
  screens: Record<string, ScreenPart>;
  artifactIds: ReadonlySet<string>;
}

interface Row {
  items: Omit<ManifestItem, "url" | "durationMs">[];
  screens: Record<string, ScreenPart>;
}

const text = `
  select
    (select coalesce(json_object_agg(s.id,
        json_build_object('name', s.name, 'region', site.region)), '{}')
      from screens s left join sites site on site.client_id = s.client_id and site.id = s.site_id
      where s.client_id = $1) as screens,
    (select coalesce(json_agg(item order by item."artifactId" desc), '[]') from (
      select a.id as "artifactId", a.name,
        case a.type when 'IMAGE' then 'image' else 'video' end as kind,
        a.content_type as "contentType", b.size_bytes as "sizeBytes", b.sha256, b.width, b.height
      from artifacts a join blobs b on b.client_id = a.client_id and b.id = a.blob_id
      where a.client_id = $1 and a.status = 'AVAILABLE' and a.trashed_at is null
        and a.type in ('VIDEO', 'FINAL_VIDEO', 'IMAGE')
        and b.state = 'VERIFIED' and b.sha256 is not null
    ) item) as items`;

/** Read once, however many screens ask; kept while the hub feeds this process with changes. */
export function desiredManifest(ctx: BaseContext, clientId: string): Promise<DesiredManifest> {
  const cache = manifestCacheOf<DesiredManifest>(ctx.pool);
  return cache.get(clientId, () => read(ctx, clientId));
}

/** Reads anew what `seen` was, unless someone else already does. */
export function refreshManifest(
  ctx: BaseContext,
  clientId: string,
  seen: Promise<DesiredManifest>,
): Promise<DesiredManifest> {
  manifestCacheOf<DesiredManifest>(ctx.pool).forget(clientId, seen);
  return desiredManifest(ctx, clientId);
}

async function read(ctx: BaseContext, clientId: string): Promise<DesiredManifest> {
  const [row] = await prepared<Row>(ctx, "manifest", text, [clientId]);
  const { secrets } = runtime();
  const now = new Date();
  const windowSeconds = screenMediaWindowSeconds;
  const items: ManifestItem[] = (row?.items ?? []).map((item) => {
    const { artifactId, sha256 } = item;
    const link = { clientId, artifactId, sha256, now, windowSeconds };
    const durationMs = item.kind === "image" ? imageDurationMs : null;
    return { ...item, durationMs, url: signMediaUrl(secrets, link) };
  });
  const urlsExpireAt = new Date(mediaUrlExpiry(now, windowSeconds) * 1000).toISOString();
  const shared: Omit<Manifest, "screen"> = { revision: revisionOf(items), items, urlsExpireAt };
  return {
    revision: shared.revision,
    jsonTail: JSON.stringify(shared).slice(1),
    screens: row?.screens ?? {},
    artifactIds: new Set(items.map(({ artifactId }) => artifactId)),
  };
}

/** Names what is played, in which order and for how long; a new name or URL is no new revision. */
function revisionOf(items: Pick<ManifestItem, "artifactId" | "sha256" | "durationMs">[]): string {
  const hash = createHash("sha256");
  for (const { artifactId, sha256, durationMs } of items) {
    hash.update(`${artifactId} ${sha256} ${durationMs}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}
