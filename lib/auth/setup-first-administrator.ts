import { v7 as uuid } from "uuid";
import { audit } from "@/lib/audit";
import type { BaseContext } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { runtime } from "@/lib/runtime";
import { callerKey } from "./caller-key";
import { hashPassword } from "./hash-password";
import { limit } from "./limit";
import type { SetUp, Setup } from "./schema";
import { isSetupToken } from "./setup-token";

/** Makes the first administrator, who owns the first client. Works once, with the link that start prints. */
export async function setupFirstAdministrator(ctx: BaseContext, input: Setup): Promise<SetUp> {
  const { config, secrets } = runtime();
  await limit(ctx, "setup", callerKey(ctx.actor), { points: 20, durationSeconds: 15 * 60 });
  if (!isSetupToken(secrets, input.token)) {
    throw new AppError("forbidden", "wrong setup token", { reason: "setup_token_wrong" });
  }
  const name = input.clientName ?? config.CLIENT_NAME;
  if (!name) throw new AppError("invalid", "no client name", { reason: "client_name_missing" });
  await assertNobodyYet(ctx);
  const passwordHash = await hashPassword(input.password);

  return transaction(ctx, async (ctx) => {
    // Of two that come at once the second waits here, and then finds somebody.
    await ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtext('vitrine.setup'))`;
    await assertNobodyYet(ctx);
    const id = uuid();
    const clientId = config.CLIENT_ID;
    await ctx.db.user.create({
      data: { id, email: input.email, name: input.name, passwordHash, isAdmin: true },
    });
    await ctx.db.client.upsert({
      where: { id: clientId },
      create: { id: clientId, name },
      update: { name, version: { increment: 1 } },
    });
    await ctx.db.membership.create({ data: { clientId, userId: id, role: "OWNER" } });
    await audit(
      { ...ctx, actor: { kind: "person", userId: id, isAdmin: true } },
      "person.set_up",
      id,
      { clientId },
    );
    await publish(ctx, { kind: "people", clientId });
    return { clientId };
  });
}

/** Whether the first-run page is still to be shown. */
export async function needsSetup(): Promise<boolean> {
  return (await runtime().db.user.findFirst({ select: { id: true } })) === null;
}

async function assertNobodyYet(ctx: BaseContext): Promise<void> {
  if ((await ctx.db.user.findFirst({ select: { id: true } })) === null) return;
  throw new AppError("conflict", "somebody has been set up", { reason: "already_set_up" });
}
