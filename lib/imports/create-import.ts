import { v7 as uuid } from "uuid";
import { creatorOf, getArtifact, siteOf, typeOf, uploadLifeMs } from "@/lib/artifacts";
import type { Artifact } from "@/lib/artifacts/schema";
import { actorId, audit } from "@/lib/audit";
import { limit } from "@/lib/auth";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import { publish } from "@/lib/realtime";
import { runtime } from "@/lib/runtime";
import { newObjectKey } from "@/lib/storage";
import { linkName } from "./link-name";
import { importJob, maxAttempts } from "./run-import";
import type { CreateImport } from "./schema";

export const importsPerPerson = { points: 120, durationSeconds: 60 * 60 };
const unknownType = "application/octet-stream";

/** Reserves an artifact whose bytes the server fetches itself. */
export async function createImport(ctx: Context, { url, name }: CreateImport): Promise<Artifact> {
  requireScope(ctx, "artifacts:write");
  const { clientId } = ctx;
  await limit(ctx, "import", `${clientId} ${actorId(ctx.actor)}`, importsPerPerson);
  const link = new URL(url);
  const source = `${link.origin}${link.pathname}`.slice(0, 2000);
  const [artifactId, uploadId] = [uuid(), uuid()];
  const content = { contentType: unknownType, sizeBytes: 0n };
  await transaction(ctx, async (ctx) => {
    await ctx.db.artifact.create({
      data: {
        ...{ clientId, id: artifactId, name: name ?? linkName(link, undefined) },
        ...{ type: typeOf(unknownType), status: "UPLOADING", ...content },
        ...{ createdById: creatorOf(ctx), siteId: siteOf(ctx), metadata: { source } },
      },
    });
    await ctx.db.upload.create({
      data: {
        ...{ clientId, id: uploadId, purpose: "NEW_ARTIFACT", state: "OPEN", artifactId },
        ...{
          backendId: ctx.storage.current.backendId,
          stagingKey: newObjectKey(clientId, "originals"),
        },
        ...{ ...content, expiresAt: new Date(Date.now() + uploadLifeMs) },
      },
    });
    const sealedUrl = runtime().secrets.seal("import", url);
    await ctx.db.import.create({ data: { clientId, artifactId, uploadId, sealedUrl, source } });
    await enqueue(ctx, importJob, { clientId, artifactId }, { maxAttempts });
    await audit(ctx, "artifact.import", artifactId, { source });
    await publish(ctx, { kind: "artifacts", clientId, ids: [artifactId] });
  });
  return getArtifact(ctx, artifactId);
}
