import type { Log } from "@/lib/log";
import { createChangeBatch } from "./change-batch";
import { changeKinds } from "./facts";
import { createQuietTimes } from "./quiet-times";
import { createRevisionTeller, type RevisionTeller } from "./revision-teller";
import { createRooms } from "./rooms";
import type { Change, QuietForMs, ServerMessage } from "./schema";
import { frameOf, type Subscriber } from "./subscriber";

export interface HubOptions {
  /** The revision that a client's screens should play now; asked once per change and process. */
  revisionOf(clientId: string): Promise<string>;
  log: Log;
  coalesceMs?: number;
  retryMs?: number;
  /** Milliseconds on a clock that only goes forward. */
  now?: () => number;
}

export interface Hub {
  joinDashboard(clientId: string, userId: string, subscriber: Subscriber): () => void;
  joinScreen(clientId: string, screenId: string, subscriber: Subscriber): () => void;
  joinPairing(pairingId: string, subscriber: Subscriber): () => void;
  quietForMs(clientId: string): QuietForMs;
  /** What Postgres told this process. */
  deliver(change: Change): void;
  /** Notifications may have been lost: everyone is asked and told anew. */
  resyncAll(): Promise<void>;
  close(): void;
}

type Changed = Extract<ServerMessage, { type: "changed" }>;

const recheckedAtOnce = 8;

/** Rooms: who hears what. Nobody hears of another client. */
export function createHub(options: HubOptions): Hub {
  const { revisionOf, log, coalesceMs = 15, retryMs = 1000 } = options;
  const quiet = createQuietTimes(options.now ?? (() => performance.now()));
  const dashboards = createRooms<Subscriber>();
  const people = createRooms<Subscriber>();
  const screens = createRooms<Subscriber>();
  const pairings = createRooms<Subscriber>();
  const tellers = new Map<string, RevisionTeller>();
  const batch = createChangeBatch<Changed["kind"]>(coalesceMs, (clientId, kind, ids) => {
    sendAll(dashboards.members(clientId), frameOf({ type: "changed", kind, ids }));
  });

  function tellerOf(clientId: string): RevisionTeller {
    const teller =
      tellers.get(clientId) ??
      createRevisionTeller({
        revisionOf: () => revisionOf(clientId),
        delayMs: coalesceMs,
        retryMs,
        log,
      });
    tellers.set(clientId, teller);
    return teller;
  }

  return {
    joinDashboard(clientId, userId, subscriber) {
      const leaveClient = dashboards.join(clientId, subscriber);
      const leavePerson = people.join(userId, subscriber);
      return () => {
        leaveClient();
        leavePerson();
      };
    },
    joinScreen(clientId, screenId, subscriber) {
      const teller = tellerOf(clientId);
      const leaveScreen = screens.join(screenId, subscriber);
      const leaveTeller = teller.join(subscriber);
      return () => {
        leaveScreen();
        leaveTeller();
        if (teller.size === 0) tellers.delete(clientId);
      };
    },
    joinPairing: (pairingId, subscriber) => pairings.join(pairingId, subscriber),

    quietForMs: quiet.quietForMs,

    deliver(change) {
      if (isOfDashboards(change)) quiet.heard(change.clientId, change.kind);
      switch (change.kind) {
        case "artifacts":
          tellers.get(change.clientId)?.wake();
          return batch.add(change.clientId, "artifacts", change.ids);
        case "screens":
          return batch.add(change.clientId, "screens", change.ids);
        case "people":
        case "views":
        case "collections":
          return batch.add(change.clientId, change.kind, []);
        case "sessions":
          return void recheckAll(people.members(change.userId));
        case "pairing":
          return sendAll(pairings.members(change.id), frameOf({ type: "paired" }));
        case "screen-removed":
          for (const screen of [...screens.members(change.id)]) screen.deny("unauthenticated");
      }
    },

    async resyncAll() {
      quiet.forget();
      for (const clientId of dashboards.names()) {
        for (const kind of changeKinds) batch.add(clientId, kind, []);
      }
      for (const teller of tellers.values()) teller.retell();
      await recheckAll([...dashboards.all(), ...screens.all(), ...pairings.all()]);
    },

    close() {
      batch.clear();
      for (const room of [dashboards, people, screens, pairings]) room.clear();
      tellers.clear();
    },
  };
}

function isOfDashboards(change: Change): change is Extract<Change, { kind: Changed["kind"] }> {
  return (changeKinds as readonly string[]).includes(change.kind);
}

function sendAll(subscribers: Iterable<Subscriber>, frame: Buffer): void {
  for (const subscriber of subscribers) subscriber.send(frame);
}

/** A few at a time: a thousand sockets must not take every database connection. */
async function recheckAll(subscribers: Iterable<Subscriber>): Promise<void> {
  const waiting = [...subscribers].values();
  const work = async () => {
    for (const subscriber of waiting) await subscriber.recheck();
  };
  await Promise.all(Array.from({ length: recheckedAtOnce }, work));
}
