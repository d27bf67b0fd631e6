import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { BaseContext } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { hashToken } from "./hash-token";

export interface Allowance {
  points: number;
  durationSeconds: number;
}

const limiters = new WeakMap<Pool, Map<string, RateLimiterPostgres>>();

/**
 * Counts one attempt, for all processes together. Throws rate_limited once the allowance is used
 * up, with the seconds until it is renewed. Never within a transaction: a rollback must not uncount.
 */
export async function limit(
  { pool }: Pick<BaseContext, "pool">,
  name: string,
  key: string,
  allowance: Allowance,
): Promise<void> {
  try {
    await limiterOf(pool, name, allowance).consume(hashToken(key));
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer;
    const seconds = Math.max(1, Math.ceil(answer.msBeforeNext / 1000));
    throw new AppError("rate_limited", `${name}: too many attempts`, {
      reason: "too_many_attempts",
      params: { minutes: Math.ceil(seconds / 60) },
      retryAfterSeconds: seconds,
    });
  }
}

/** Gives back attempts that turned out to be honest: all of them, or a number. */
export async function forgive(
  { pool }: Pick<BaseContext, "pool">,
  name: string,
  key: string,
  allowance: Allowance,
  points?: number,
): Promise<void> {
  const limiter = limiterOf(pool, name, allowance);
  if (points === undefined) await limiter.delete(hashToken(key));
  else await limiter.reward(hashToken(key), points);
}

function limiterOf(pool: Pool, name: string, allowance: Allowance): RateLimiterPostgres {
  const made = limiters.get(pool) ?? new Map<string, RateLimiterPostgres>();
  limiters.set(pool, made);
  const limiter =
    made.get(name) ??
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: "pool",
      tableName: "rate_limits",
      tableCreated: true,
      keyPrefix: name,
      points: allowance.points,
      duration: allowance.durationSeconds,
    });
  made.set(name, limiter);
  return limiter;
}
