import { type Context, requireScope } from "@/lib/context";
import { readUsage } from "./read-usage";
import type { Usage } from "./schema";

/** What the client has and may have: whoever sees its files sees this. */
export async function getUsage(ctx: Context): Promise<Usage> {
  requireScope(ctx, "artifacts:read");
  return readUsage(ctx, ctx.clientId);
}
