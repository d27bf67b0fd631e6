import { type Context, requireScope } from "@/lib/context";
import { memberColumns, memberOf } from "./member-row";
import type { Member } from "./schema";

/** Owners first, then by name. */
export async function listMembers(ctx: Context): Promise<{ items: Member[] }> {
  requireScope(ctx, "members:read");
  const rows = await ctx.db.membership.findMany({
    where: { clientId: ctx.clientId },
    orderBy: [{ role: "asc" }, { user: { name: "asc" } }, { userId: "asc" }],
    select: memberColumns,
  });
  return { items: rows.map(memberOf) };
}
