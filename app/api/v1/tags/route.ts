import { route } from "@/lib/http";
import { createTag, listTags } from "@/lib/tags";
import { CreateTag } from "@/lib/tags/schema";

export const GET = route({}, (ctx) => listTags(ctx));

export const POST = route({ body: CreateTag, status: 201 }, (ctx, { body }) =>
  createTag(ctx, body),
);
