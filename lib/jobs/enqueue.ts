import type { BaseContext } from "@/lib/context";

interface EnqueueOptions {
  /** While a job of this key waits, adding it again replaces it. */
  jobKey?: string;
  /** Jobs of one queue run one after the other, in however many processes. */
  queueName?: string;
  maxAttempts?: number;
  runAt?: Date;
}

/** Adds a job in the transaction of the data: it runs after the commit, or never. */
export async function enqueue(
  ctx: BaseContext,
  name: string,
  payload: Record<string, unknown>,
  { jobKey, queueName, maxAttempts, runAt }: EnqueueOptions = {},
): Promise<void> {
  await ctx.db.$executeRaw`
    select graphile_worker.add_job(
      ${name},
      ${JSON.stringify(payload)}::json,
      queue_name := ${queueName ?? null}::text,
      run_at := ${runAt?.toISOString() ?? null}::timestamptz,
      max_attempts := ${maxAttempts ?? 5}::int,
      job_key := ${jobKey ?? null}::text
    )`;
}
