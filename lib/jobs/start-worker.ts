import { EventEmitter } from "node:events";
import { run, type TaskList, type WorkerEvents } from "graphile-worker";
import type { Pool } from "pg";
import type { Log } from "@/lib/log";
import type { Jobs } from "./job";
import { jobLog } from "./job-log";
import { createLiveness } from "./liveness";

interface WorkerOptions {
  pool: Pool;
  tasks: Jobs;
  concurrency: number;
  /** Cron lines: `minute hour day month weekday name`, in UTC; once, however many processes. */
  schedule?: string;
  log: Log;
}

const sweepMs = 15_000;

/** Runs jobs until stopped; `stop` lets those under way finish, then aborts what takes too long. */
export async function startWorker(options: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const { pool, tasks, concurrency, schedule = "", log } = options;
  const liveness = await createLiveness(pool, log);
  const sweep = () => {
    liveness
      .releaseDead()
      .catch((err: unknown) => log.warn({ err }, "could not look for lost jobs"));
  };
  const events: WorkerEvents = new EventEmitter();
  // The queue writes the pool, not its single worker, into a job that is under way.
  events.on("pool:create", ({ workerPool }) => {
    liveness
      .hold(workerPool.id)
      .catch((err: unknown) => log.warn({ err }, "a job worker could not say that it lives"));
  });
  const runner = await run({
    pgPool: pool,
    taskList: taskList(tasks, log),
    concurrency,
    crontab: schedule,
    events,
    logger: jobLog(log),
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 5_000,
  });
  sweep();
  const timer = setInterval(sweep, sweepMs);
  // A worker that breaks by itself has been logged; the rejection must not end the process.
  runner.promise.catch((err: unknown) => log.error({ err }, "the job workers stopped"));

  return {
    async stop() {
      clearInterval(timer);
      await runner.stop();
      await liveness.stop();
    },
  };
}

function taskList(tasks: Jobs, log: Log): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, handler]) => [
      name,
      (payload: unknown, { job, abortSignal }: Parameters<NonNullable<TaskList[string]>>[1]) =>
        handler(payload, {
          jobId: job.id,
          attempt: job.attempts,
          isLastAttempt: job.attempts >= job.max_attempts,
          signal: abortSignal,
          log: log.child({ job: name, jobId: job.id }),
        }),
    ]),
  );
}
