import { z } from "zod";
import { type Context, requireScope } from "@/lib/context";
import { prepared } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { type ArtifactRow, artifactColumns, artifactJoins } from "./artifact-row";
import { creatorOf } from "./assert-may-change";
import type { ArtifactPage, ArtifactQuery } from "./schema";
import { toArtifact } from "./to-artifact";

// The page is cut before anything is joined to it. The id is a UUIDv7, so it orders by time.
const text = `
  select ${artifactColumns}
  from (
    select * from artifacts
    where client_id = $1 and id < $3 and trashed_at is null and status <> 'DELETED'
    order by client_id desc, id desc
    limit $4
  ) a ${artifactJoins}
  order by a.id desc`;
const beyondAll = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** Newest first, without the trash. */
export async function listArtifacts(ctx: Context, input: ArtifactQuery): Promise<ArtifactPage> {
  requireScope(ctx, "artifacts:read");
  const limit = input.limit ?? 50;
  const before = input.cursor === undefined ? beyondAll : parseCursor(input.cursor);
  const rows = await prepared<ArtifactRow>(ctx, "list-artifacts", text, [
    ctx.clientId,
    creatorOf(ctx),
    before,
    limit + 1,
  ]);
  const items = rows.slice(0, limit).map(toArtifact);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

function parseCursor(cursor: string): string {
  const parsed = z.uuid().safeParse(cursor);
  if (parsed.success) return parsed.data;
  throw new AppError("invalid", "not a cursor of ours", { reason: "bad_cursor" });
}
