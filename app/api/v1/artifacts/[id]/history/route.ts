import { z } from "zod";
import { listArtifactHistory } from "@/lib/artifacts";
import { ArtifactHistoryQuery } from "@/lib/artifacts/schema";
import { route } from "@/lib/http";

const params = z.object({ id: z.uuid() });

export const GET = route({ params, query: ArtifactHistoryQuery }, (ctx, { params, query }) =>
  listArtifactHistory(ctx, params.id, query),
);
