export { createDataPlane, dataPlaneServerOptions } from "./data-plane";
export { createDispatch } from "./dispatch";
export { type RouteHandler, route } from "./route";
