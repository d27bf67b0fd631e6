import { z } from "zod";
import { revokeInvitation } from "@/lib/clients";
import { route } from "@/lib/http";

const params = z.object({ id: z.uuid() });

export const DELETE = route({ params }, (ctx, { params }) => revokeInvitation(ctx, params.id));
