import { starArtifacts } from "@/lib/artifacts";
import { StarArtifacts } from "@/lib/artifacts/schema";
import { route } from "@/lib/http";

export const POST = route({ body: StarArtifacts }, (ctx, { body }) => starArtifacts(ctx, body));
