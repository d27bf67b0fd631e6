import { z } from "zod";
import { route } from "@/lib/http";
import { deleteFinding } from "@/lib/reconciliations";

const params = z.object({ id: z.uuid() });

export const DELETE = route({ access: "person", params }, (ctx, { params }) =>
  deleteFinding(ctx, params.id),
);
