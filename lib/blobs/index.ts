export { collectBlobs, collectBlobsLater } from "./collect-blobs";
export { countLying } from "./find-lying";
export { blobJobs } from "./jobs";
export type { MoveOutcome } from "./move-blob";
export { moveBlobs } from "./move-blobs";
