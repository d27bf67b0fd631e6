import { randomBytes, randomInt } from "node:crypto";
import { v7 as uuid } from "uuid";
import { callerKey, hashToken, limit } from "@/lib/auth";
import type { BaseContext } from "@/lib/context";
import { prepared } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { CreatedPairing } from "./schema";

const pairingLifeMs = 10 * 60_000;
const maxDraws = 20;

// A shop with a hundred screens behind one address renews a hundred codes every ten minutes.
const allowance = { points: 300, durationSeconds: 600 };

// A code is free again when it has expired; the row itself stays a while, so that a screen that
// was away can still be told that it was claimed.
const claimCode = `
  insert into pairings (id, code, secret_hash, expires_at)
  select $1, $2, $3, $4 where not exists (
    select from pairings where code = $2 and expires_at > now() - interval '1 hour'
  )
  on conflict do nothing returning id`;

const forgetOld = `delete from pairings where expires_at < now() - interval '1 hour'`;

/** A code that a screen shows until a manager types it; nobody's until then. */
export async function createPairing(ctx: BaseContext): Promise<CreatedPairing> {
  await limit(ctx, "create-pairing", callerKey(ctx.actor), allowance);
  await prepared(ctx, "pairing-forget", forgetOld, []);
  const id = uuid();
  const secret = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + pairingLifeMs);

  for (let draw = 0; draw < maxDraws; draw++) {
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    const values = [id, code, hashToken(secret), expiresAt];
    const claimed = await prepared(ctx, "pairing-claim", claimCode, values);
    if (claimed.length > 0) return { id, code, secret, expiresAt: expiresAt.toISOString() };
  }
  throw new AppError("unavailable", "no code is free", { retryAfterSeconds: 60 });
}
