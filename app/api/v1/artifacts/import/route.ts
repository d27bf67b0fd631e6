import { route } from "@/lib/http";
import { createImport } from "@/lib/imports";
import { CreateImport } from "@/lib/imports/schema";

export const POST = route({ body: CreateImport, status: 201 }, (ctx, { body }) =>
  createImport(ctx, body),
);
