import { z } from "zod";
import { previewInvitation } from "@/lib/clients";
import { route } from "@/lib/http";

const params = z.object({ token: z.string().max(200) });

export const GET = route({ access: "anyone", params }, (ctx, { params }) =>
  previewInvitation(ctx, params.token),
);
