import { z } from "zod";
import { route } from "@/lib/http";
import { startCare } from "@/lib/stores";
import { StartCare } from "@/lib/stores/schema";

const params = z.object({ id: z.string().max(64) });

export const POST = route(
  { access: "person", params, body: StartCare, status: 202 },
  (ctx, { params, body }) => startCare(ctx, params.id, body),
);
