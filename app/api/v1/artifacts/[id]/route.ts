import { z } from "zod";
import { getArtifact, updateArtifact } from "@/lib/artifacts";
import { UpdateArtifact } from "@/lib/artifacts/schema";
import { route } from "@/lib/http";

const params = z.object({ id: z.uuid() });

export const GET = route({ params }, (ctx, { params }) => getArtifact(ctx, params.id));

export const PATCH = route({ params, body: UpdateArtifact }, (ctx, { params, body }) =>
  updateArtifact(ctx, params.id, body),
);
