import { createArtifact, listArtifacts } from "@/lib/artifacts";
import { CreateArtifact, ListArtifacts } from "@/lib/artifacts/schema";
import { route } from "@/lib/http";

export const GET = route({ query: ListArtifacts }, (ctx, { query }) => listArtifacts(ctx, query));

export const POST = route({ body: CreateArtifact, status: 201 }, (ctx, { body }) =>
  createArtifact(ctx, body),
);
