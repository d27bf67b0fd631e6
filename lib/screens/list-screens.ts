import { type Context, requireScope } from "@/lib/context";
import { findScreens } from "./find-screens";
import type { Screen } from "./schema";

/** Every screen of the client, or of the member's sites, with what it last said of itself. */
export async function listScreens(ctx: Context): Promise<{ items: Screen[] }> {
  requireScope(ctx, "screens:read");
  return { items: await findScreens(ctx) };
}
