import { type Context, requireScope } from "@/lib/context";
import { prepared } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { type ArtifactRow, artifactColumns, artifactJoins } from "./artifact-row";
import { creatorOf } from "./assert-may-change";
import type { Artifact } from "./schema";
import { toArtifact } from "./to-artifact";

const text = `
  select ${artifactColumns} from artifacts a ${artifactJoins}
  where a.client_id = $1 and a.id = $3 and a.status <> 'DELETED'`;

/** Also one that lies in the trash. */
export async function getArtifact(ctx: Context, id: string): Promise<Artifact> {
  requireScope(ctx, "artifacts:read");
  const [row] = await prepared<ArtifactRow>(ctx, "get-artifact", text, [
    ctx.clientId,
    creatorOf(ctx),
    id,
  ]);
  if (!row) throw notFound("artifact");
  return toArtifact(row);
}
