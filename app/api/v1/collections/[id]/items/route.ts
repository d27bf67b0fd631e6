import { z } from "zod";
import { changeItems } from "@/lib/collections";
import { ChangeItems } from "@/lib/collections/schema";
import { route } from "@/lib/http";

const params = z.object({ id: z.uuid() });

export const POST = route({ params, body: ChangeItems }, (ctx, { params, body }) =>
  changeItems(ctx, params.id, body),
);
