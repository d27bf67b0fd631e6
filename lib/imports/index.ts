export { createImport } from "./create-import";
export { importJobs } from "./jobs";
export { listImports } from "./list-imports";
export { retryImport } from "./retry-import";
