import type { ServerMessage } from "./schema";

export type Denial = Extract<ServerMessage, { type: "denied" }>["code"];

/** Someone who hears of changes. The hub knows nothing of sockets. */
export interface Subscriber {
  /** The same bytes go to all who are told the same. */
  send(frame: Buffer): void;
  /** Says why, and ends the connection. */
  deny(code: Denial): void;
  /** Asks anew whether this subscriber may listen, and what it has missed. */
  recheck(): Promise<void>;
}

/** Serialised once, however many are told. */
export function frameOf(message: ServerMessage): Buffer {
  return Buffer.from(JSON.stringify(message));
}
