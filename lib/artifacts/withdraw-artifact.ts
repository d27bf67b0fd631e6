import type { Context } from "@/lib/context";
import { publish } from "@/lib/realtime";
import { moveArtifact } from "./move-artifact";

/** Its upload was given up before the bytes were here: nobody sees it any more. */
export async function withdrawArtifact(ctx: Context, artifactId: string): Promise<void> {
  if (!(await moveArtifact(ctx, artifactId, "DELETED"))) return;
  await publish(ctx, { kind: "artifacts", clientId: ctx.clientId, ids: [artifactId] });
}
