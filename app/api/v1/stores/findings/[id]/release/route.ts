import { z } from "zod";
import { route } from "@/lib/http";
import { releaseFinding } from "@/lib/reconciliations";

const params = z.object({ id: z.uuid() });

export const POST = route({ access: "person", params }, (ctx, { params }) =>
  releaseFinding(ctx, params.id),
);
