export { assertAdministrator } from "./assert-administrator";
export { closeProbe } from "./close-probe";
export { examineStore } from "./examine-store";
export { findStore } from "./find-store";
export { storeJobs } from "./jobs";
export { keepExamination } from "./keep-examination";
export { listStores } from "./list-stores";
export { openProbe } from "./open-probe";
export { nobody, probeClient } from "./probe-client";
