import { z } from "zod";
import { route } from "@/lib/http";
import { openProbe } from "@/lib/stores";

const params = z.object({ id: z.string().max(64) });

export const POST = route({ access: "person", params, status: 201 }, (ctx, { params }) =>
  openProbe(ctx, params.id),
);
