import { createSite, listSites } from "@/lib/clients";
import { CreateSite } from "@/lib/clients/schema";
import { route } from "@/lib/http";

export const GET = route({}, (ctx) => listSites(ctx));

export const POST = route({ body: CreateSite, status: 201 }, (ctx, { body }) =>
  createSite(ctx, body),
);
