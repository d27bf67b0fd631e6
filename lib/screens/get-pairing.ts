import { timingSafeEqual } from "node:crypto";
import { hashToken } from "@/lib/auth";
import type { BaseContext } from "@/lib/context";
import { notFound } from "@/lib/errors";
import type { PairingStatus } from "./schema";

interface Asked {
  id: string;
  secret: string;
}

/** What became of a code, told only to the screen that holds its secret. */
export async function getPairing(ctx: BaseContext, { id, secret }: Asked): Promise<PairingStatus> {
  const pairing = await ctx.db.pairing.findUnique({ where: { id } });
  if (!pairing || !isSame(pairing.secretHash, hashToken(secret))) throw notFound("pairing");
  if (pairing.screenId) return { state: "paired", screenId: pairing.screenId };
  const isExpired = pairing.expiresAt.getTime() <= Date.now();
  return { state: isExpired ? "expired" : "waiting", screenId: null };
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
