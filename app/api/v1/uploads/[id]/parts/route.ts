import { z } from "zod";
import { route } from "@/lib/http";
import { signParts } from "@/lib/uploads";
import { SignParts } from "@/lib/uploads/schema";

const params = z.object({ id: z.uuid() });

export const POST = route({ params, body: SignParts }, (ctx, { params, body }) =>
  signParts(ctx, params.id, body.partNumbers),
);
