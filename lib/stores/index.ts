export { closeProbe } from "./close-probe";
export { examineStore } from "./examine-store";
export { storeJobs } from "./jobs";
export { keepExamination } from "./keep-examination";
export { listStores } from "./list-stores";
export { openProbe } from "./open-probe";
export { probeClient } from "./probe-client";
