import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type Change, createHub, createSocketServer } from "@/lib/realtime";
import { contextOf, type Runtime } from "@/lib/runtime";
import {
  type DesiredManifest,
  desiredManifest,
  manifestCacheOf,
  openPresenceBook,
} from "@/lib/screens";
import { admitGuest } from "./admit-guest";

export interface Sockets {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** What Postgres told; after the session cache has forgotten whom it concerns. */
  deliver(change: Change): void;
  /** The LISTEN connection was lost and is back. */
  resyncAll(): Promise<void>;
  /** Before the web server, which waits for its sockets to end. Said twice it is the same. */
  close(): Promise<void>;
}

export interface SocketTimes {
  helloTimeoutMs?: number;
  heartbeatMs?: number;
  /** How long what screens say is gathered before it is written. */
  gatherMs?: number;
}

// Changes forget what is kept at once; the age is for a LISTEN connection that is lost unnoticed.
const manifestMaxAgeMs = 5000;

/** Gives the sockets their product nouns: who may listen, what screens play, what they say. */
export function attachSockets(runtime: Runtime, times: SocketTimes = {}): Sockets {
  const { config, pool, log } = runtime;
  const ctx = contextOf(runtime, { kind: "job", name: "sockets" });
  const manifests = manifestCacheOf<DesiredManifest>(pool);
  manifests.maxAgeMs = manifestMaxAgeMs;
  const presence = openPresenceBook(ctx, times);
  const hub = createHub({
    revisionOf: async (clientId) => (await desiredManifest(ctx, clientId)).revision,
    log,
  });
  // Rights that change while someone is let in are looked at once more.
  let rightsEpoch = 0;
  let closing: Promise<void> | undefined;
  const server = createSocketServer({
    admit: (hello, request) =>
      admitGuest({ ctx, hub, presence, epoch: () => rightsEpoch }, hello, request),
    publicUrl: config.PUBLIC_URL,
    log,
    ...times,
  });

  async function close() {
    manifests.maxAgeMs = 0;
    manifests.clear();
    await server.close();
    hub.close();
    await presence.close();
  }

  return {
    handleUpgrade: server.handleUpgrade,
    deliver(change) {
      if (change.kind === "artifacts" || change.kind === "screens") {
        manifests.forget(change.clientId);
      } else {
        rightsEpoch++;
      }
      hub.deliver(change);
    },
    resyncAll() {
      rightsEpoch++;
      manifests.clear();
      return hub.resyncAll();
    },
    close: () => (closing ??= close()),
  };
}
