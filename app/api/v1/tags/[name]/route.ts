import { z } from "zod";
import { route } from "@/lib/http";
import { deleteTag, updateTag } from "@/lib/tags";
import { TagName, UpdateTag } from "@/lib/tags/schema";

const params = z.object({ name: TagName });

export const PATCH = route({ params, body: UpdateTag }, (ctx, { params, body }) =>
  updateTag(ctx, params.name, body),
);

export const DELETE = route({ params }, (ctx, { params }) => deleteTag(ctx, params.name));
