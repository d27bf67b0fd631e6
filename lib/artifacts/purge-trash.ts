import { type BaseContext, jobContext } from "@/lib/context";
import type { Log } from "@/lib/log";
import { purge } from "./purge-artifacts";

export const purgeTrashJob = "purge-trash";
const atOnce = 200;

/** Deletes for good what has lain in the trash for as long as its client keeps it. */
export async function purgeTrash(base: BaseContext, log: Log, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const rows = await base.db.$queryRaw<{ client_id: string; id: string }[]>`
      select a.client_id, a.id from artifacts a
      join clients c on c.id = a.client_id
      where a.trashed_at is not null and a.status <> 'DELETED'
        and a.trashed_at < now() - make_interval(days => c.trash_days)
      order by a.client_id, a.trashed_at limit ${atOnce}`;
    if (rows.length === 0) return;
    const clientIds = new Set(rows.map(({ client_id }) => client_id));
    for (const clientId of clientIds) {
      const ids = rows.filter(({ client_id }) => client_id === clientId).map(({ id }) => id);
      const ctx = jobContext(base, purgeTrashJob, clientId, log);
      log.info({ clientId, count: (await purge(ctx, ids)).length }, "the trash was emptied");
    }
  }
}
