import type { JobRun } from "./job";

/**
 * Runs a job's work. When its last attempt was stopped with the process, which is nobody's fault,
 * the next process begins anew: `again` adds the job once more.
 */
export async function unlessStopped(
  { isLastAttempt, signal }: Pick<JobRun, "isLastAttempt" | "signal">,
  work: () => Promise<void>,
  again: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(isLastAttempt && signal.aborted)) throw error;
    await again();
  }
}
