export const socketPath = "/ws";

/** What dashboards hear of. */
export const changeKinds = ["artifacts", "screens", "people", "collections", "views"] as const;
