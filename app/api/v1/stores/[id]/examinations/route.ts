import { z } from "zod";
import { requestOrigin } from "@/lib/auth";
import { route } from "@/lib/http";
import { runtime } from "@/lib/runtime";
import { examineStore } from "@/lib/stores";

const params = z.object({ id: z.string().max(64) });

export const POST = route({ access: "person", params }, (ctx, { params, request }) =>
  examineStore(ctx, params.id, requestOrigin(request.headers, runtime().config)),
);
