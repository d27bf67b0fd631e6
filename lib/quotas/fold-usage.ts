import type { BaseContext } from "@/lib/context";

export const foldJob = "fold-usage";

/** Adds up what has come and gone, so that whoever asks has few rows to read. */
export async function foldUsage({ db }: BaseContext, signal: AbortSignal): Promise<void> {
  const waiting = await db.$queryRaw<{ client_id: string }[]>`
    select distinct client_id from usage_deltas`;
  for (const { client_id } of waiting) {
    if (signal.aborted) return;
    await db.$queryRaw`select 1 from fold_usage(${client_id})`;
  }
}
