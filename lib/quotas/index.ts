export { changeQuota } from "./change-quota";
export { getUsage } from "./get-usage";
export { quotaJobs, quotaSchedule } from "./jobs";
export { readUsage } from "./read-usage";
export { setQuota } from "./set-quota";
