import { createCollection, listCollections } from "@/lib/collections";
import { CreateCollection } from "@/lib/collections/schema";
import { route } from "@/lib/http";

export const GET = route({}, (ctx) => listCollections(ctx));

export const POST = route({ body: CreateCollection, status: 201 }, (ctx, { body }) =>
  createCollection(ctx, body),
);
