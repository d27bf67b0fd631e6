export { addJobSql } from "./add-job-sql";
export { enqueue } from "./enqueue";
export type { JobHandler, Jobs } from "./job";
export { migrateJobs } from "./migrate-jobs";
export { startWorker } from "./start-worker";
export { unlessStopped } from "./unless-stopped";
