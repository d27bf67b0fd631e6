export { type RouteHandler, route } from "./route";
