import { artifactJobs, artifactSchedule } from "@/lib/artifacts";
import { blobJobs, blobSchedule, careJobs, careSchedule } from "@/lib/blobs";
import { importJobs } from "@/lib/imports";
import { startWorker } from "@/lib/jobs";
import { quotaJobs, quotaSchedule } from "@/lib/quotas";
import { reconciliationJobs, reconciliationSchedule } from "@/lib/reconciliations";
import { contextOf, type Runtime } from "@/lib/runtime";
import { storeJobs } from "@/lib/stores";
import { uploadJobs, uploadSchedule } from "@/lib/uploads";
import { versionJobs } from "@/lib/versions";
import type { Stopper } from "./stop";

const importsAtOnce = 3;
const careAtOnce = 3;

/** Runs the jobs of every noun in this process. */
export async function startJobs(runtime: Runtime, stopper: Stopper): Promise<void> {
  const { config, pool, log } = runtime;
  const base = () => contextOf(runtime, { kind: "job", name: "worker" });
  const worker = await startWorker({
    pool,
    tasks: {
      ...artifactJobs(base),
      ...uploadJobs(base),
      ...versionJobs(base),
      ...blobJobs(base),
      ...storeJobs(base),
      ...reconciliationJobs(base),
      ...quotaJobs(base),
    },
    concurrency: config.JOB_CONCURRENCY,
    schedule: [
      ...[artifactSchedule, uploadSchedule, blobSchedule],
      ...[reconciliationSchedule, quotaSchedule],
    ].join("\n"),
    log,
  });
  stopper.add("jobs", () => worker.stop());
  // Apart: slow links must not keep what people have uploaded from being prepared.
  const importer = await startWorker({
    pool,
    tasks: importJobs(base),
    concurrency: importsAtOnce,
    log,
  });
  stopper.add("imports", () => importer.stop());
  // Likewise the care of what is stored, which reads and writes without end.
  const care = await startWorker({
    pool,
    tasks: careJobs(base),
    concurrency: careAtOnce,
    schedule: careSchedule,
    log,
  });
  stopper.add("care", () => care.stop());
}
