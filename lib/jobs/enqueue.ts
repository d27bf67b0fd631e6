import type { BaseContext } from "@/lib/context";

interface EnqueueOptions {
  /** While a job of this key waits, adding it again replaces it. */
  jobKey?: string;
  maxAttempts?: number;
  runAt?: Date;
}

/** Adds a job in the transaction of the data: it runs after the commit, or never. */
export async function enqueue(
  ctx: BaseContext,
  name: string,
  payload: Record<string, unknown>,
  { jobKey, maxAttempts, runAt }: EnqueueOptions = {},
): Promise<void> {
  await ctx.db.$executeRaw`
    select graphile_worker.add_job(
      ${name},
      ${JSON.stringify(payload)}::json,
      run_at := ${runAt?.toISOString() ?? null}::timestamptz,
      max_attempts := ${maxAttempts ?? 5}::int,
      job_key := ${jobKey ?? null}::text
    )`;
}
