export type { Guest, Hello, Receipt } from "./connection";
export { createHub, type Hub } from "./hub";
export { changeChannel, publish } from "./publish";
export { publishSoon } from "./publish-soon";
export type { Change } from "./schema";
export { createSocketServer } from "./socket-server";
export { frameOf, type Subscriber } from "./subscriber";
