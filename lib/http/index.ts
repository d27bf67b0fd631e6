export { createDataPlane, type DataPlane, dataPlaneServerOptions } from "./data-plane";
export type { Answer } from "./answer";
export { createDispatch } from "./dispatch";
export type { RouteEntry } from "./match-route";
export { problem, problemOf } from "./problem";
export { type RouteHandler, route } from "./route";
