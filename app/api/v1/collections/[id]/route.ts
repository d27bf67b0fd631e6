import { z } from "zod";
import { deleteCollection, updateCollection } from "@/lib/collections";
import { UpdateCollection } from "@/lib/collections/schema";
import { route } from "@/lib/http";

const params = z.object({ id: z.uuid() });

export const PATCH = route({ params, body: UpdateCollection }, (ctx, { params, body }) =>
  updateCollection(ctx, params.id, body),
);

export const DELETE = route({ params }, (ctx, { params }) => deleteCollection(ctx, params.id));
