import { z } from "zod";
import { updateClient } from "@/lib/clients";
import { UpdateClient } from "@/lib/clients/schema";
import { route } from "@/lib/http";

const params = z.object({ id: z.string().max(64) });

export const PATCH = route(
  { access: "person", params, body: UpdateClient },
  (ctx, { params, body }) => updateClient(ctx, params.id, body),
);
