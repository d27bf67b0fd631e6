import { withdrawArtifact } from "@/lib/artifacts";
import { audit } from "@/lib/audit";
import type { Context } from "@/lib/context";
import { transaction } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import { withdrawVersion } from "@/lib/versions";
import type { UploadRow } from "./get-upload-row";
import { forgetJob } from "./schema";

type GivenUp = Pick<UploadRow, "id" | "artifactId" | "purpose" | "versionNumber">;

/** S3 looks at a URL's time when a request begins: a PUT that began in time may end this much later. */
const latePutMs = 24 * 60 * 60 * 1000;

/**
 * Ends an upload that waits: the rows first, its bytes by a job, and by another one a day later
 * what came after all. False: completed or given up meanwhile.
 */
export function giveUp(
  ctx: Context,
  { id, artifactId, purpose, versionNumber }: GivenUp,
  state: "ABORTED" | "EXPIRED",
): Promise<boolean> {
  const { clientId } = ctx;
  return transaction(ctx, async (ctx) => {
    const { count } = await ctx.db.upload.updateMany({
      where: { clientId, id, state: { in: ["OPEN", "COMPLETING"] } },
      data: { state },
    });
    if (count === 0) return false;
    await withdraw(ctx, purpose, artifactId, versionNumber);
    const payload = { clientId, uploadId: id };
    await enqueue(ctx, forgetJob, payload);
    await enqueue(ctx, forgetJob, payload, { runAt: new Date(Date.now() + latePutMs) });
    await audit(ctx, state === "ABORTED" ? "upload.abort" : "upload.expire", artifactId, {
      purpose,
    });
    return true;
  });
}

/** What was only there for this upload goes with it. */
async function withdraw(
  ctx: Context,
  purpose: UploadRow["purpose"],
  artifactId: string,
  versionNumber: number | null,
): Promise<void> {
  switch (purpose) {
    case "NEW_ARTIFACT":
      return withdrawArtifact(ctx, artifactId);
    case "NEW_VERSION":
      return versionNumber === null ? undefined : withdrawVersion(ctx, artifactId, versionNumber);
    case "RENDITION":
    case "RUN_OUTPUT":
      return;
  }
}
