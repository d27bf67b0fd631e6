import { z } from "zod";
import { route } from "@/lib/http";
import { completeUpload } from "@/lib/uploads";
import { CompleteUpload } from "@/lib/uploads/schema";

const params = z.object({ id: z.uuid() });

export const POST = route({ params, body: CompleteUpload }, (ctx, { params, body }) =>
  completeUpload(ctx, params.id, body),
);
