import { route } from "@/lib/http";
import { tagArtifacts } from "@/lib/tags";
import { TagArtifacts } from "@/lib/tags/schema";

export const POST = route({ body: TagArtifacts }, (ctx, { body }) => tagArtifacts(ctx, body));
