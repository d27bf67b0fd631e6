export type { Guest, Hello, Receipt } from "./connection";
export { createHub, type Hub, type HubOptions } from "./hub";
export { changeChannel, publish } from "./publish";
export type { Change } from "./schema";
export { createSocketServer, type SocketServer } from "./socket-server";
export { frameOf, type Subscriber } from "./subscriber";
