export { changeChannel, publish } from "./publish";
export type { Change, ClientMessage, ServerMessage } from "./schema";
