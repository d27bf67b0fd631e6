import type { Context } from "@/lib/context";
import { prepared } from "@/lib/db";

/** Where a record says that bytes are, in whatever state. */
export interface PlacedKey {
  id: string;
  key: string;
  /** Not on its way in or out. */
  isThere: boolean;
  /** Whoever read it last found it wrong. */
  isSuspect: boolean;
  storedBytes: number;
}

interface Row {
  id: string;
  key: string;
  isThere: boolean;
  isSuspect: boolean;
  storedBytes: string;
}

const pageSize = 1000;

// "C" is the order of the bytes, in which stores list; the index placements_by_key has it.
const text = `
  select id, object_key as key, state in ('PRESENT', 'DAMAGED') as "isThere",
    problem is not null as "isSuspect", stored_size_bytes as "storedBytes"
  from placements
  where client_id = $1 and backend_id = $2 and object_key collate "C" > $3
  order by object_key collate "C" limit ${pageSize}`;

/** Of one client in one store, in the order of the keys' bytes, beyond a key. */
export async function* placedKeys(
  ctx: Context,
  storeId: string,
  after: string,
): AsyncGenerator<PlacedKey> {
  for (let last = after; ; ) {
    const values = [ctx.clientId, storeId, last];
    const rows = await prepared<Row>(ctx, "placed-keys", text, values);
    for (const row of rows) yield { ...row, storedBytes: Number(row.storedBytes) };
    last = rows.at(-1)?.key ?? last;
    if (rows.length < pageSize) return;
  }
}
