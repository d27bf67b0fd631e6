import { ArtifactIds } from "@/lib/artifacts/schema";
import { route } from "@/lib/http";
import { listUsage } from "@/lib/screens";

export const POST = route({ body: ArtifactIds }, (ctx, { body }) => listUsage(ctx, body));
