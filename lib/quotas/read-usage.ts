import type { BaseContext } from "@/lib/context";
import { notFound } from "@/lib/errors";
import type { Usage } from "./schema";

interface Row {
  used_bytes: bigint;
  reserved_bytes: bigint;
  objects: bigint;
  max_bytes: bigint | null;
  max_objects: bigint | null;
  max_file_bytes: bigint | null;
}

/** What was folded and what has come since, as of one moment. */
export async function readUsage({ db }: BaseContext, clientId: string): Promise<Usage> {
  const [row] = await db.$queryRaw<Row[]>`
    select u.used_bytes + d.used_bytes as used_bytes,
      u.reserved_bytes + d.reserved_bytes as reserved_bytes, u.objects + d.objects as objects,
      u.max_bytes, u.max_objects, u.max_file_bytes
    from client_usage u, lateral (
      select coalesce(sum(used_bytes), 0)::bigint as used_bytes,
        coalesce(sum(reserved_bytes), 0)::bigint as reserved_bytes,
        coalesce(sum(objects), 0)::bigint as objects
      from usage_deltas where client_id = u.client_id
    ) d
    where u.client_id = ${clientId}`;
  if (!row) throw notFound("client");
  return {
    usedBytes: Number(row.used_bytes),
    reservedBytes: Number(row.reserved_bytes),
    objects: Number(row.objects),
    maxBytes: limitOf(row.max_bytes),
    maxObjects: limitOf(row.max_objects),
    maxFileBytes: limitOf(row.max_file_bytes),
  };
}

function limitOf(value: bigint | null): number | null {
  return value === null ? null : Number(value);
}
