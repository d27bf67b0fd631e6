export { collectBlobs, collectBlobsLater } from "./collect-blobs";
export { urlLifeMs } from "./drop-placement";
export { countLying } from "./find-lying";
export { blobJobs } from "./jobs";
export type { MoveOutcome } from "./move-blob";
export { moveBlobs } from "./move-blobs";
