export { bringHome, bringHomeJob, countBacklog } from "./bring-home";
export { collectBlobs, collectBlobsLater } from "./collect-blobs";
export type { CopyOutcome } from "./copy-blob";
export { urlLifeMs } from "./drop-placement";
export { countLying } from "./find-lying";
export { blobJobs, blobSchedule, careJobs, careSchedule } from "./jobs";
export { moveBlobs } from "./move-blobs";
