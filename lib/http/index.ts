export type { Answer } from "./answer";
export { createDataPlane, type DataPlane, dataPlaneServerOptions } from "./data-plane";
export { createDispatch } from "./dispatch";
export type { RouteEntry } from "./match-route";
export { problem, problemAnswer } from "./problem";
export { type RouteHandler, route } from "./route";
