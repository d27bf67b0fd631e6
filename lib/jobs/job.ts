import type { Log } from "@/lib/log";

/** What a handler is told of the attempt it makes. */
export interface JobRun {
  jobId: string;
  attempt: number;
  isLastAttempt: boolean;
  /** Aborted when the process stops and will not wait any longer. */
  signal: AbortSignal;
  log: Log;
}

/** Throwing means: try again later. What will never work is an outcome, not an error. */
export type JobHandler = (payload: unknown, run: JobRun) => Promise<void>;

/** Job name → handler; each noun makes its own. */
export type Jobs = Record<string, JobHandler>;
