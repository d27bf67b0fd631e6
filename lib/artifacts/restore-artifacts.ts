import { type Context, requireScope } from "@/lib/context";
import { moveToTrash } from "./move-to-trash";
import type { ArtifactIds, BulkResult } from "./schema";

/** Out of the trash again, as they were. */
export async function restoreArtifacts(ctx: Context, { ids }: ArtifactIds): Promise<BulkResult> {
  requireScope(ctx, "artifacts:delete");
  return moveToTrash(ctx, ids, false);
}
