import { z } from "zod";
import { deleteSite, updateSite } from "@/lib/clients";
import { UpdateSite } from "@/lib/clients/schema";
import { route } from "@/lib/http";

const params = z.object({ id: z.uuid() });

export const PATCH = route({ params, body: UpdateSite }, (ctx, { params, body }) =>
  updateSite(ctx, params.id, body),
);

export const DELETE = route({ params }, (ctx, { params }) => deleteSite(ctx, params.id));
