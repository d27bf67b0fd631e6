import { z } from "zod";
import { route } from "@/lib/http";
import { listDamaged } from "@/lib/stores";
import { DamagedQuery } from "@/lib/stores/schema";

const params = z.object({ id: z.string().max(64) });

export const GET = route({ access: "person", params, query: DamagedQuery }, (ctx, asked) =>
  listDamaged(ctx, asked.params.id, asked.query),
);
