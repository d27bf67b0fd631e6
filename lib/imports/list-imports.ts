import { creatorOf } from "@/lib/artifacts";
import type { FailureReason } from "@/lib/artifacts/schema";
import { type Context, requireScope } from "@/lib/context";
import type { ImportList } from "./schema";

const atMost = 200;

/** What is being fetched, and what could not be had. */
export async function listImports(ctx: Context): Promise<ImportList> {
  requireScope(ctx, "artifacts:read");
  const { clientId } = ctx;
  const rows = await ctx.db.import.findMany({
    where: {
      clientId,
      artifact: { status: { in: ["UPLOADING", "FAILED"] }, blobId: null, trashedAt: null },
    },
    include: { artifact: true },
    // Newest first, or old failures would hide what is under way.
    orderBy: { artifactId: "desc" },
    take: atMost,
  });
  const caller = creatorOf(ctx);
  return {
    items: rows.reverse().map(({ artifact, receivedBytes, totalBytes, ...row }) => ({
      artifactId: row.artifactId,
      uploadId: row.uploadId,
      name: artifact.name,
      source: row.source,
      receivedBytes: Number(receivedBytes),
      totalBytes: totalBytes === null ? null : Number(totalBytes),
      failureReason: artifact.failureReason as FailureReason | null,
      isMine: caller !== null && artifact.createdById === caller,
    })),
  };
}
