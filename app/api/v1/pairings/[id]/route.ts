import { z } from "zod";
import { bearerOf } from "@/lib/auth";
import { route } from "@/lib/http";
import { getPairing } from "@/lib/screens";

const params = z.object({ id: z.uuid() });

export const GET = route({ access: "anyone", params }, (ctx, { params: { id }, request }) =>
  getPairing(ctx, { id, secret: bearerOf(request.headers) ?? "" }),
);
