import { createClient, listClients } from "@/lib/clients";
import { CreateClient } from "@/lib/clients/schema";
import { route } from "@/lib/http";

export const GET = route({ access: "person" }, (ctx) => listClients(ctx));

export const POST = route({ access: "person", body: CreateClient, status: 201 }, (ctx, { body }) =>
  createClient(ctx, body),
);
