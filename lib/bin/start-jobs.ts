import { v7 as uuid } from "uuid";
import { artifactJobs } from "@/lib/artifacts";
import { startWorker } from "@/lib/jobs";
import type { Runtime } from "@/lib/runtime";
import { uploadJobs } from "@/lib/uploads";
import type { Stopper } from "./stop";

/** Runs the jobs of every noun in this process. */
export async function startJobs(runtime: Runtime, stopper: Stopper): Promise<void> {
  const { config, db, pool, storage, log } = runtime;
  const base = () => ({
    actor: { kind: "job", name: "worker" } as const,
    db,
    pool,
    storage,
    log,
    requestId: uuid(),
  });
  const worker = await startWorker({
    pool,
    tasks: { ...artifactJobs(base), ...uploadJobs(base) },
    concurrency: config.JOB_CONCURRENCY,
    log,
  });
  stopper.add("jobs", () => worker.stop());
}
