import type { Context } from "@/lib/context";
import type { FailureReason } from "./schema";

type Verdict = { state: "READY" } | { state: "FAILED"; failureReason: FailureReason };

/** What came of an artifact's bytes holds for the version that has them: a broken one is not restored. */
export async function settleVersion(
  ctx: Context,
  { artifactId, blobId }: { artifactId: string; blobId: string },
  verdict: Verdict,
): Promise<void> {
  const { clientId } = ctx;
  await ctx.db.artifactVersion.updateMany({
    where: { clientId, artifactId, blobId, state: { not: verdict.state } },
    data: verdict,
  });
}
