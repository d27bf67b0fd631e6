import { audit } from "@/lib/audit";
import { inClient, type PersonContext } from "@/lib/auth";
import { requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import type { Client, UpdateClient } from "./schema";

export async function updateClient(
  person: PersonContext,
  clientId: string,
  { version, ...changes }: UpdateClient,
): Promise<Client> {
  const ctx = await inClient(person, clientId);
  requireScope(ctx, "client:write");
  return transaction(ctx, async (ctx) => {
    const [client] = await ctx.db.client.updateManyAndReturn({
      where: { id: clientId, version },
      data: { ...changes, version: { increment: 1 } },
    });
    if (!client) throw new AppError("conflict", "another version");
    const own = await ctx.db.membership.findUnique({
      where: { clientId_userId: { clientId, userId: person.actor.userId } },
    });
    await audit(ctx, "client.update", clientId, changes);
    await publish(ctx, { kind: "people", clientId });
    const { id, name, trashDays } = client;
    return { id, name, trashDays, version: client.version, role: own?.role ?? null };
  });
}
