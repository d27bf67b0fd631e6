import { z } from "zod";
import { route } from "@/lib/http";
import { closeProbe } from "@/lib/stores";

const params = z.object({ id: z.string().max(64), probeId: z.uuid() });

export const DELETE = route({ access: "person", params }, (ctx, { params }) =>
  closeProbe(ctx, params.id, params.probeId),
);
