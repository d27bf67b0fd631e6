import { z } from "zod";
import { route } from "@/lib/http";
import { setQuota } from "@/lib/quotas";
import { SetQuota } from "@/lib/quotas/schema";

const params = z.object({ id: z.string().max(64) });

export const PUT = route({ access: "person", params, body: SetQuota }, (ctx, { params, body }) =>
  setQuota(ctx, params.id, body),
);
