import { acceptContent, attachPoster, type StoredBytes } from "@/lib/artifacts";
import type { Context } from "@/lib/context";
import { AppError, notFound } from "@/lib/errors";
import type { UploadRow } from "./get-upload-row";
import { readPoster } from "./read-poster";

/** Reads what must be read beforehand; answers what is then done in the transaction. */
export async function settlementOf(
  ctx: Context,
  { purpose, artifactId }: UploadRow,
  bytes: StoredBytes,
): Promise<(ctx: Context) => Promise<void>> {
  switch (purpose) {
    case "NEW_ARTIFACT":
      return (ctx) => acceptContent(ctx, artifactId, bytes);
    case "RENDITION": {
      const { sha256, width, height } = await readPoster(ctx, bytes);
      return async (ctx) => {
        const blobId = await blobOf(ctx, artifactId);
        await attachPoster(ctx, artifactId, blobId, { ...bytes, sha256 }, { width, height });
      };
    }
    case "NEW_VERSION":
    case "RUN_OUTPUT":
      throw new AppError("precondition_failed", `nothing opens an upload for ${purpose}`, {
        reason: "upload_gone",
      });
  }
}

async function blobOf({ db, clientId }: Context, artifactId: string): Promise<string> {
  const artifact = await db.artifact.findUnique({
    where: { clientId_id: { clientId, id: artifactId } },
    select: { blobId: true },
  });
  if (!artifact?.blobId) throw notFound("artifact");
  return artifact.blobId;
}
