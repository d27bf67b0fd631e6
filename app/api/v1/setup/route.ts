import { setupFirstAdministrator } from "@/lib/auth";
import { Setup } from "@/lib/auth/schema";
import { route } from "@/lib/http";

export const POST = route({ access: "anyone", body: Setup, status: 201 }, (ctx, { body }) =>
  setupFirstAdministrator(ctx, body),
);
