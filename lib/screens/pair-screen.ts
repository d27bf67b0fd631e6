import { v7 as uuid } from "uuid";
import type { output } from "zod";
import { audit } from "@/lib/audit";
import { callerKey, forgive, limit } from "@/lib/auth";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { assertSite } from "./assert-site";
import { findScreens } from "./find-screens";
import type { PairScreen, Screen } from "./schema";

// Only wrong codes count: of a million codes ten guesses in ten minutes find nothing.
const allowance = { points: 10, durationSeconds: 600 };

interface Row {
  id: string;
  secretHash: string;
  clientId: string | null;
  screenId: string | null;
}

/** Claims the screen that shows this code. Said twice it answers the same screen. */
export async function pairScreen(ctx: Context, input: output<typeof PairScreen>): Promise<Screen> {
  requireScope(ctx, "screens:write");
  const key = callerKey(ctx.actor);
  await limit(ctx, "pair-screen", key, allowance);
  const id = await transaction(ctx, (ctx) => claim(ctx, input));
  await forgive(ctx, "pair-screen", key, allowance, 1);
  const [screen] = await findScreens(ctx, id);
  if (!screen) throw new AppError("conflict", "the screen was removed meanwhile");
  return screen;
}

async function claim(
  ctx: Context,
  { code, name, siteId }: output<typeof PairScreen>,
): Promise<string> {
  const [pairing] = await ctx.db.$queryRaw<Row[]>`
    select id, secret_hash as "secretHash", client_id as "clientId", screen_id as "screenId"
    from pairings where code = ${code} and expires_at > now() for update`;
  const isForeign = pairing?.clientId && pairing.clientId !== ctx.clientId;
  if (!pairing || isForeign) {
    throw new AppError("not_found", "no screen shows this code", { reason: "code_unknown" });
  }
  await assertSite(ctx, siteId);
  if (pairing.screenId) return pairing.screenId;

  const id = uuid();
  const { clientId } = ctx;
  const pairedById = ctx.actor.kind === "person" ? ctx.actor.userId : null;
  const tokenHash = pairing.secretHash;
  await ctx.db.screen.create({ data: { clientId, id, name, siteId, tokenHash, pairedById } });
  await ctx.db.pairing.update({ where: { id: pairing.id }, data: { clientId, screenId: id } });
  await audit(ctx, "screen.pair", id, { name });
  await publish(ctx, { kind: "pairing", id: pairing.id });
  await publish(ctx, { kind: "screens", clientId, ids: [id] });
  return id;
}
