import { z } from "zod";
import { getArtifactDetails } from "@/lib/artifacts";
import { route } from "@/lib/http";

const params = z.object({ id: z.uuid() });

export const GET = route({ params }, (ctx, { params }) => getArtifactDetails(ctx, params.id));
