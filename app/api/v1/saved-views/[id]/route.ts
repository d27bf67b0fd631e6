import { z } from "zod";
import { route } from "@/lib/http";
import { deleteSavedView, updateSavedView } from "@/lib/saved-views";
import { UpdateSavedView } from "@/lib/saved-views/schema";

const params = z.object({ id: z.uuid() });

export const PATCH = route({ params, body: UpdateSavedView }, (ctx, { params, body }) =>
  updateSavedView(ctx, params.id, body),
);

export const DELETE = route({ params }, (ctx, { params }) => deleteSavedView(ctx, params.id));
