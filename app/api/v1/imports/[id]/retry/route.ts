import { z } from "zod";
import { route } from "@/lib/http";
import { retryImport } from "@/lib/imports";

const params = z.object({ id: z.uuid() });

export const POST = route({ params }, (ctx, { params }) => retryImport(ctx, params.id));
