import { z } from "zod";
import { route } from "@/lib/http";
import { abortUpload, getUpload } from "@/lib/uploads";

const params = z.object({ id: z.uuid() });

export const GET = route({ params }, (ctx, { params }) => getUpload(ctx, params.id));

export const DELETE = route({ params }, (ctx, { params }) => abortUpload(ctx, params.id));
