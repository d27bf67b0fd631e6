import { z } from "zod";
import { AcceptInvitation } from "@/lib/auth/schema";
import { acceptInvitation } from "@/lib/clients";
import { route } from "@/lib/http";

const params = z.object({ token: z.string().max(200) });

export const POST = route(
  { access: "anyone", params, body: AcceptInvitation },
  (ctx, { params, body }) => acceptInvitation(ctx, params.token, body),
);
