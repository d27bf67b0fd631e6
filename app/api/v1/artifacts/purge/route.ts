import { purgeArtifacts } from "@/lib/artifacts";
import { ArtifactIds } from "@/lib/artifacts/schema";
import { route } from "@/lib/http";

export const POST = route({ body: ArtifactIds }, (ctx, { body }) => purgeArtifacts(ctx, body));
