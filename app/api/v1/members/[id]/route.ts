import { z } from "zod";
import { removeMember, updateMember } from "@/lib/clients";
import { UpdateMember } from "@/lib/clients/schema";
import { route } from "@/lib/http";

const params = z.object({ id: z.uuid() });

export const PATCH = route({ params, body: UpdateMember }, (ctx, { params, body }) =>
  updateMember(ctx, params.id, body),
);

export const DELETE = route({ params }, (ctx, { params }) => removeMember(ctx, params.id));
