export { deleteFinding } from "./delete-finding";
export { reconciliationJobs, reconciliationSchedule } from "./jobs";
export { listFindings } from "./list-findings";
export { getReconciliation, listReconciliations } from "./list-reconciliations";
export { reconcileStore } from "./reconcile-store";
export { releaseFinding } from "./release-finding";
export { startReconciliation } from "./start-reconciliation";
