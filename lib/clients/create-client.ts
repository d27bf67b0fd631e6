import { audit } from "@/lib/audit";
import type { PersonContext } from "@/lib/auth";
import { isTaken, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import type { Client, CreateClient } from "./schema";

/** For platform administrators. They then invite its owner. */
export async function createClient(ctx: PersonContext, input: CreateClient): Promise<Client> {
  if (!ctx.actor.isAdmin) throw new AppError("forbidden", "only administrators create clients");
  return transaction(ctx, async (ctx) => {
    const { id, name, version, trashDays } = await ctx.db.client
      .create({ data: input })
      .catch((cause) => {
        if (!isTaken(cause)) throw cause;
        throw new AppError("conflict", "the id is taken", { reason: "client_id_taken", cause });
      });
    await audit(ctx, "client.create", id, { name });
    await publish(ctx, { kind: "people", clientId: id });
    return { id, name, version, trashDays, role: null };
  });
}
