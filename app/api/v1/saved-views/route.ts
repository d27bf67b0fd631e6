import { route } from "@/lib/http";
import { createSavedView, listSavedViews } from "@/lib/saved-views";
import { CreateSavedView } from "@/lib/saved-views/schema";

export const GET = route({}, (ctx) => listSavedViews(ctx));

export const POST = route({ body: CreateSavedView, status: 201 }, (ctx, { body }) =>
  createSavedView(ctx, body),
);
