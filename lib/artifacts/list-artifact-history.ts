import { type Context, requireScope } from "@/lib/context";
import { prepared } from "@/lib/db";
import { notFound } from "@/lib/errors";
import type { ArtifactEvent, ArtifactHistory, ArtifactHistoryQuery } from "./schema";

interface Row {
  id: string;
  action: string;
  actorKind: string;
  actorName: string | null;
  detail: unknown;
  at: Date;
}

const text = `
  select e.id, e.action, e.actor_kind as "actorKind", u.name as "actorName", e.detail, e.at
  from audit_events e
  left join users u on e.actor_kind = 'person' and u.id::text = e.actor_id
  where e.client_id = $1 and e.subject_id = $2 and ($3::uuid is null or e.id < $3)
  order by e.id desc limit $4`;

/** What was done with an artifact and by whom, the last first. */
export async function listArtifactHistory(
  ctx: Context,
  id: string,
  { limit, cursor }: ArtifactHistoryQuery,
): Promise<ArtifactHistory> {
  requireScope(ctx, "artifacts:read");
  const { clientId } = ctx;
  const where = { clientId, id, status: { not: "DELETED" as const } };
  if (!(await ctx.db.artifact.findFirst({ where, select: { id: true } })))
    throw notFound("artifact");
  const rows = await prepared<Row>(ctx, "artifact-history", text, [
    ...[clientId, id.toLowerCase(), cursor ?? null, limit + 1],
  ]);
  const items = rows.slice(0, limit).map(toEvent);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

function toEvent({ id, action, actorKind, actorName, detail, at }: Row): ArtifactEvent {
  const actor = { kind: actorKind, name: actorName };
  return { id, action, actor, detail: wordsOf(detail), at: at.toISOString() };
}

/** What a sentence can speak of; lists and what lies deeper are for programs. */
function wordsOf(detail: unknown): ArtifactEvent["detail"] {
  const words = Object.entries(detail ?? {}).filter(
    ([, value]) => typeof value === "string" || typeof value === "number",
  );
  return Object.fromEntries(words);
}
