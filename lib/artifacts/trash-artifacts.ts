import { type Context, requireScope } from "@/lib/context";
import { moveToTrash } from "./move-to-trash";
import type { ArtifactIds, BulkResult } from "./schema";

/** Screens stop showing them; they can be restored. */
export async function trashArtifacts(ctx: Context, { ids }: ArtifactIds): Promise<BulkResult> {
  requireScope(ctx, "artifacts:delete");
  return moveToTrash(ctx, ids, true);
}
