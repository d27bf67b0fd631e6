import { z } from "zod";
import { route } from "@/lib/http";
import { listReconciliations, startReconciliation } from "@/lib/reconciliations";
import { StartReconciliation } from "@/lib/reconciliations/schema";

const params = z.object({ id: z.string().max(64) });

export const GET = route({ access: "person", params }, (ctx, { params }) =>
  listReconciliations(ctx, params.id),
);

export const POST = route(
  { access: "person", params, body: StartReconciliation, status: 202 },
  (ctx, { params, body }) => startReconciliation(ctx, params.id, body),
);
