import { z } from "zod";
import { route } from "@/lib/http";
import { openRendition } from "@/lib/uploads";
import { CreateRendition } from "@/lib/uploads/schema";

const params = z.object({ id: z.uuid() });

export const POST = route({ params, body: CreateRendition, status: 201 }, (ctx, input) =>
  openRendition(ctx, input.params.id, input.body),
);
