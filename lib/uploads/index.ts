export { abortUpload } from "./abort-upload";
export { completeUpload } from "./complete-upload";
export { getUpload } from "./get-upload";
export { uploadJobs, uploadSchedule } from "./jobs";
export { openRendition } from "./open-rendition";
export { openVersion } from "./open-version";
export { signParts } from "./sign-parts";
