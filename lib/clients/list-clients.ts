import type { PersonContext } from "@/lib/auth";
import type { Client } from "./schema";

/** The person's clients by name; an administrator's are all. */
export async function listClients(ctx: PersonContext): Promise<{ items: Client[] }> {
  const { userId, isAdmin } = ctx.actor;
  const rows = await ctx.db.client.findMany({
    where: isAdmin ? {} : { memberships: { some: { userId } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      version: true,
      trashDays: true,
      memberships: { where: { userId }, select: { role: true } },
    },
  });
  const items = rows.map(({ memberships, ...client }) => ({
    ...client,
    role: memberships[0]?.role ?? null,
  }));
  return { items };
}
