import type { Context } from "@/lib/context";
import { prepared } from "@/lib/db";
import { mediaPath } from "@/lib/storage";
import { desiredManifest } from "./desired-manifest";
import type { Screen } from "./schema";
import { onlineWithinSeconds } from "./screen-state";

interface Row {
  id: string;
  name: string;
  version: number;
  createdAt: Date;
  siteId: string | null;
  siteName: string | null;
  isOnline: boolean;
  lastSeenAt: Date | null;
  revision: string | null;
  playingSince: Date | null;
  problem: string | null;
  artifactId: string | null;
  artifactName: string | null;
  posterSha256: string | null;
}

const text = `
  select s.id, s.name, s.version, s.created_at as "createdAt",
    site.id as "siteId", site.name as "siteName",
    coalesce(st.connection_id is not null
      and st.last_seen_at > now() - make_interval(secs => $4), false) as "isOnline",
    st.last_seen_at as "lastSeenAt", st.revision, st.playing_since as "playingSince", st.problem,
    a.id as "artifactId", a.name as "artifactName", poster.sha256 as "posterSha256"
  from screens s
    left join screen_states st on st.client_id = s.client_id and st.screen_id = s.id
    left join sites site on site.client_id = s.client_id and site.id = s.site_id
    left join artifacts a on a.client_id = s.client_id and a.id = st.playing_artifact_id
    left join renditions r
      on r.client_id = s.client_id and r.source_blob_id = a.blob_id and r.kind = 'POSTER'
    left join blobs poster on poster.client_id = s.client_id and poster.id = r.blob_id
  where s.client_id = $1 and ($2::uuid[] is null or s.site_id = any($2)) and ($3::uuid is null or s.id = $3)
  order by s.name, s.id`;

/** The screens that the actor may see, or the one with this id among them. */
export async function findScreens(ctx: Context, id: string | null = null): Promise<Screen[]> {
  const { clientId, siteIds } = ctx;
  const values = [clientId, siteIds ?? null, id, onlineWithinSeconds];
  const [rows, { revision }] = await Promise.all([
    prepared<Row>(ctx, "screens-find", text, values),
    desiredManifest(ctx, clientId),
  ]);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    site: row.siteId && row.siteName !== null ? { id: row.siteId, name: row.siteName } : null,
    online: row.isOnline,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    revision: row.revision,
    desiredRevision: revision,
    playing: playingOf(row, clientId),
    problem: row.problem,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  }));
}

function playingOf(row: Row, clientId: string): Screen["playing"] {
  const { artifactId, artifactName, posterSha256: sha256, playingSince } = row;
  if (!artifactId || artifactName === null) return null;
  return {
    artifactId,
    name: artifactName,
    posterUrl: sha256 ? mediaPath({ clientId, artifactId, sha256 }) : null,
    since: playingSince?.toISOString() ?? null,
  };
}
