import { addBlob, maxAttempts, type StoredBytes } from "@/lib/artifacts";
import { collectBlobsLater } from "@/lib/blobs";
import type { Context } from "@/lib/context";
import { enqueue } from "@/lib/jobs";
import { processVersionJob } from "./process-version";

interface Arrived {
  artifactId: string;
  number: number;
  bytes: StoredBytes;
  claimedSha256?: string | null;
}

/** The bytes of a version are in the store; a job examines them. In the transaction of the upload. */
export async function acceptVersion(
  ctx: Context,
  { artifactId, number, bytes, claimedSha256 }: Arrived,
): Promise<boolean> {
  const { clientId } = ctx;
  const blobId = await addBlob(ctx, bytes);
  const { count } = await ctx.db.artifactVersion.updateMany({
    where: { clientId, artifactId, number, state: "PENDING", blobId: null },
    data: { blobId, sizeBytes: bytes.sizeBytes },
  });
  // The version is gone, and nothing refers to these bytes.
  if (count === 0) {
    await collectBlobsLater(ctx, [blobId]);
    return false;
  }
  const payload = { clientId, artifactId, number, claimedSha256: claimedSha256 ?? null };
  const jobKey = `${processVersionJob}:${artifactId}:${number}`;
  await enqueue(ctx, processVersionJob, payload, { jobKey, maxAttempts });
  return true;
}
