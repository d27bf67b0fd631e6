export type { Answer } from "./answer";
export { createDispatch } from "./dispatch";
export { problemAnswer } from "./problem";
export { type RouteHandler, route } from "./route";
