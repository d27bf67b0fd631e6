export { createDataPlane, dataPlaneServerOptions } from "./create-data-plane";
