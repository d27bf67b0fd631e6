import { createInvitation, listInvitations } from "@/lib/clients";
import { CreateInvitation } from "@/lib/clients/schema";
import { route } from "@/lib/http";

export const GET = route({}, (ctx) => listInvitations(ctx));

export const POST = route({ body: CreateInvitation, status: 201 }, (ctx, { body }) =>
  createInvitation(ctx, body),
);
