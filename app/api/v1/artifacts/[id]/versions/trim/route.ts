import { z } from "zod";
import { route } from "@/lib/http";
import { trimVideo } from "@/lib/versions";
import { TrimVideo } from "@/lib/versions/schema";

const params = z.object({ id: z.uuid() });

export const POST = route({ params, body: TrimVideo, status: 202 }, (ctx, { params, body }) =>
  trimVideo(ctx, params.id, body),
);
