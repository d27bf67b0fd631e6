import { creatorOf, kindOf } from "@/lib/artifacts";
import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { findPrograms } from "@/lib/media";
import { publish } from "@/lib/realtime";
import { runtime } from "@/lib/runtime";
import { addVersion } from "./add-version";
import { orderCut } from "./cut-video";
import { lockArtifact } from "./lock-artifact";
import type { TrimVideo } from "./schema";

/** Asks for a version that is the present video from one moment to another; a job makes it. */
export async function trimVideo(
  ctx: Context,
  artifactId: string,
  { startMs, endMs }: TrimVideo,
): Promise<{ number: number }> {
  requireScope(ctx, "artifacts:write");
  const { ffmpeg } = await findPrograms(runtime().config);
  if (!ffmpeg) {
    throw new AppError("precondition_failed", "there is no ffmpeg", { reason: "needs_ffmpeg" });
  }
  const { clientId } = ctx;
  return transaction(ctx, async (ctx) => {
    const artifact = await lockArtifact(ctx, artifactId);
    const { durationMs, versionNumber } = artifact;
    if (kindOf(artifact.type) !== "video" || artifact.status !== "AVAILABLE") {
      throw new AppError("conflict", "only videos can be cut", { reason: "not_a_video" });
    }
    if (durationMs === null || startMs >= durationMs || endMs > durationMs + 100) {
      throw new AppError("invalid", "beyond the end of the video", { reason: "beyond_the_end" });
    }
    const edit = { fromVersion: versionNumber, startMs, endMs };
    const number = await addVersion(ctx, artifactId, {
      origin: "TRIM",
      fileName: artifact.name,
      contentType: "video/mp4",
      sizeBytes: 0,
      edit,
      createdById: creatorOf(ctx),
    });
    await orderCut(ctx, artifactId, number);
    await audit(ctx, "artifact.trim", artifactId, { number, ...edit });
    await publish(ctx, { kind: "artifacts", clientId, ids: [artifactId] });
    return { number };
  });
}
