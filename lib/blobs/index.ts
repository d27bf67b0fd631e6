export { collectBlobs, collectBlobsLater } from "./collect-blobs";
export { blobJobs } from "./jobs";
