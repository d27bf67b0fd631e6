import { v7 as uuid } from "uuid";
import { audit } from "@/lib/audit";
import type { Context } from "@/lib/context";
import { isTaken, transaction } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import { publish } from "@/lib/realtime";
import { addBlob } from "./add-blob";
import { contentTypeOf, typeOf } from "./content-type";
import { maxAttempts, processJob } from "./process-artifact";
import { ArtifactName } from "./schema";

interface FoundObject {
  backendId: string;
  key: string;
  sizeBytes: number;
}

const longestName = 255;

/**
 * An object that is in the store already becomes an artifact; its bytes stay where they are, and
 * are examined like those of an upload. Answers the artifact's id; undefined: somebody else has
 * adopted it meanwhile.
 */
export async function adoptObject(
  ctx: Context,
  { backendId, key, sizeBytes }: FoundObject,
): Promise<string | undefined> {
  try {
    return await adopt(ctx, { backendId, key, sizeBytes });
  } catch (error) {
    if (isTaken(error)) return undefined;
    throw error;
  }
}

function adopt(ctx: Context, { backendId, key, sizeBytes }: FoundObject): Promise<string> {
  const { clientId } = ctx;
  const name = nameOf(key);
  const contentType = contentTypeOf(name, undefined);
  const artifactId = uuid();
  return transaction(ctx, async (ctx) => {
    const place = { backendId, encodings: [], homeId: null };
    const bytes = { ...place, objectKey: key, sizeBytes, contentType, sha256: undefined };
    const blobId = await addBlob(ctx, bytes);
    const content = { contentType, sizeBytes: BigInt(sizeBytes), blobId };
    await ctx.db.artifact.create({
      data: {
        ...{ clientId, id: artifactId, name, type: typeOf(contentType), status: "PROCESSING" },
        ...{ ...content, metadata: { source: key } },
      },
    });
    await ctx.db.artifactVersion.create({
      data: {
        ...{ clientId, artifactId, number: 1, origin: "UPLOAD", state: "PENDING" },
        ...{ fileName: name, ...content },
      },
    });
    await enqueue(
      ctx,
      processJob,
      { clientId, artifactId },
      { jobKey: `${processJob}:${artifactId}`, maxAttempts },
    );
    await audit(ctx, "artifact.adopt", artifactId, { backendId, key });
    await publish(ctx, { kind: "artifacts", clientId, ids: [artifactId] });
    return artifactId;
  });
}

/** The last segment, as far as it is a name. */
function nameOf(key: string): string {
  const last = [...(key.split("/").at(-1) ?? "")].slice(0, longestName).join("");
  const name = ArtifactName.safeParse(last);
  return name.success ? name.data : "?";
}
