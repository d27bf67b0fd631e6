import type { BaseContext } from "@/lib/context";
import { publish, type Receipt } from "@/lib/realtime";

/** A screen is online while a socket holds it and was heard within this time. */
export const onlineWithinSeconds = 45;

export interface Presence {
  clientId: string;
  screenId: string;
  /** Names the socket: what an older one still says changes nothing. */
  connectionId: string;
}

interface Touched {
  clientId: string;
  screenId: string;
}

// Rows are locked in one order everywhere, so that processes that take over each other's screens
// cannot lock each other out.

export function markConnected(ctx: BaseContext, screens: Presence[]): Promise<Touched[]> {
  return ctx.db.$queryRaw<Touched[]>`
    insert into screen_states as st
      (client_id, screen_id, connection_id, connected_at, last_seen_at)
    select s.client_id, s.id, r."connectionId", now(), now()
    from json_to_recordset(${JSON.stringify(screens)}::json)
      as r("clientId" text, "screenId" uuid, "connectionId" uuid)
    join screens s on s.client_id = r."clientId" and s.id = r."screenId"
    order by s.client_id, s.id
    on conflict (client_id, screen_id) do update set
      connection_id = excluded.connection_id, connected_at = excluded.connected_at,
      last_seen_at = excluded.last_seen_at
    returning st.client_id as "clientId", st.screen_id as "screenId"`;
}

export function markGone(ctx: BaseContext, screens: Presence[]): Promise<Touched[]> {
  return ctx.db.$queryRaw<Touched[]>`
    with held as (
      select st.client_id, st.screen_id
      from json_to_recordset(${JSON.stringify(screens)}::json)
        as r("clientId" text, "screenId" uuid, "connectionId" uuid)
      join screen_states st on st.client_id = r."clientId" and st.screen_id = r."screenId"
        and st.connection_id = r."connectionId"
      order by st.client_id, st.screen_id for update of st
    )
    update screen_states st set connection_id = null, last_seen_at = now()
    from held where st.client_id = held.client_id and st.screen_id = held.screen_id
    returning st.client_id as "clientId", st.screen_id as "screenId"`;
}

/** Answers those of which something new is to be seen. */
export function recordReceipts(
  ctx: BaseContext,
  receipts: (Presence & Receipt)[],
): Promise<Touched[]> {
  return ctx.db.$queryRaw<Touched[]>`
    with told as (
      select r.*
      from json_to_recordset(${JSON.stringify(receipts)}::json)
        as r("clientId" text, "screenId" uuid, "connectionId" uuid, revision text,
          "playingArtifactId" uuid, problem text)
      join screen_states st on st.client_id = r."clientId" and st.screen_id = r."screenId"
        and st.connection_id = r."connectionId"
      order by st.client_id, st.screen_id for update of st
    )
    update screen_states st set
      revision = told.revision, playing_artifact_id = told."playingArtifactId",
      problem = told.problem, last_seen_at = now(),
      playing_since = case
        when told."playingArtifactId" is null then null
        when st.playing_artifact_id is distinct from told."playingArtifactId" then now()
        else st.playing_since end
    from told
    where st.client_id = told."clientId" and st.screen_id = told."screenId"
      and (st.revision, st.playing_artifact_id, st.problem)
        is distinct from (told.revision, told."playingArtifactId", told.problem)
    returning st.client_id as "clientId", st.screen_id as "screenId"`;
}

/** One statement for all screens of a process. Answers those that others had taken for lost. */
export async function keepAlive(ctx: BaseContext, screens: Presence[]): Promise<Touched[]> {
  const kept = await ctx.db.$queryRaw<(Touched & { wasLost: boolean })[]>`
    with held as (
      select st.client_id, st.screen_id, r."connectionId", st.connection_id is null as was_lost
      from json_to_recordset(${JSON.stringify(screens)}::json)
        as r("clientId" text, "screenId" uuid, "connectionId" uuid)
      join screen_states st on st.client_id = r."clientId" and st.screen_id = r."screenId"
        and (st.connection_id = r."connectionId" or st.connection_id is null)
      order by st.client_id, st.screen_id for update of st skip locked
    )
    update screen_states st set last_seen_at = now(), connection_id = held."connectionId"
    from held where st.client_id = held.client_id and st.screen_id = held.screen_id
    returning st.client_id as "clientId", st.screen_id as "screenId", held.was_lost as "wasLost"`;
  return kept.filter(({ wasLost }) => wasLost);
}

/** Screens of a process that ended without a goodbye. */
export function giveUpSilent(ctx: BaseContext): Promise<Touched[]> {
  return ctx.db.$queryRaw<Touched[]>`
    with silent as (
      select client_id, screen_id from screen_states
      where connection_id is not null
        and last_seen_at < now() - make_interval(secs => ${onlineWithinSeconds}::int)
      order by client_id, screen_id for update skip locked
    )
    update screen_states st set connection_id = null
    from silent where st.client_id = silent.client_id and st.screen_id = silent.screen_id
    returning st.client_id as "clientId", st.screen_id as "screenId"`;
}

export async function publishScreens(ctx: BaseContext, touched: Touched[]): Promise<void> {
  const idsOf = new Map<string, Set<string>>();
  for (const { clientId, screenId } of touched) {
    idsOf.set(clientId, (idsOf.get(clientId) ?? new Set()).add(screenId));
  }
  for (const [clientId, ids] of idsOf) {
    await publish(ctx, { kind: "screens", clientId, ids: [...ids] });
  }
}
