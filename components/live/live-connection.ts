import type { QueryClient } from "@tanstack/react-query";
import { changeKinds } from "@/lib/realtime/facts";
import type { QuietForMs, ServerMessage } from "@/lib/realtime/schema";
import { openSocket, type Socket, type SocketState } from "@/lib/sdk";
import { createGapClock } from "./gap-clock";

type Changed = Extract<ServerMessage, { type: "changed" }>;

export interface LiveChange {
  kind: Changed["kind"];
  /** What changed; empty: anything of this kind may have. */
  ids: readonly string[];
}

/** True: this listener has dealt with it, so the queries of the kind need not be asked anew. */
export type LiveListener = (change: LiveChange) => boolean | undefined;

export interface LiveConnection {
  state(): SocketState;
  onState(listener: () => void): () => void;
  listen(listener: LiveListener): () => void;
  /** Holds the line open; the last one to let go closes it. */
  hold(queries: QueryClient): () => void;
}

const gatherMs = 50;
/** What the welcome took to get here, and then some. */
const marginMs = 2_000;
/** Going from page to page lets go and holds again. */
const lingerMs = 2_000;

const connections = new Map<string, LiveConnection>();

/** The one line of this tab for a client's changes. */
export function liveConnection(clientId: string): LiveConnection {
  const known = connections.get(clientId);
  if (known) return known;
  const made = createLiveConnection(clientId);
  connections.set(clientId, made);
  return made;
}

export function createLiveConnection(
  clientId: string,
  connect = openSocket,
  clock = createGapClock(),
): LiveConnection {
  const stateListeners = new Set<() => void>();
  const listeners = new Set<LiveListener>();
  const gathered = new Map<LiveChange["kind"], Set<string>>();
  let queries: QueryClient | undefined;
  let socket: Socket | undefined;
  let state: SocketState = "closed";
  let holders = 0;
  let flushing: ReturnType<typeof setTimeout> | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;

  function gather({ kind, ids }: Changed): void {
    const all = gathered.get(kind) ?? new Set();
    for (const id of ids) all.add(id);
    gathered.set(kind, all);
    flushing ??= setTimeout(flush, gatherMs);
  }

  function flush(): void {
    flushing = undefined;
    const changes = [...gathered].map(([kind, ids]) => ({ kind, ids: [...ids] }));
    gathered.clear();
    for (const change of changes) tell(change);
  }

  function tell(change: LiveChange): void {
    const answers = [...listeners].map((listener) => listener(change));
    if (!answers.includes(true)) refresh(change.kind);
  }

  function refresh(kind: LiveChange["kind"]): void {
    void queries?.invalidateQueries({ queryKey: [kind, clientId] });
  }

  /**
   * What was read before the line was open may have missed a change, unless there was none. What
   * is still on its way is shown first: to give it up would make a first visit wait twice.
   */
  function catchUp(quietForMs: QuietForMs | undefined): void {
    const gapMs = clock.gapMs() + marginMs;
    for (const kind of changeKinds) {
      if (quietForMs && quietForMs[kind] > gapMs) continue;
      const known = queries?.getQueryCache().findAll({ queryKey: [kind, clientId] }) ?? [];
      void Promise.allSettled(known.map((query) => query.promise)).then(() => refresh(kind));
    }
  }

  function open(): void {
    socket ??= connect({
      hello: { type: "hello", as: "dashboard", clientId },
      onMessage: (message) => {
        if (message.type === "welcome") catchUp(message.quietForMs);
        if (message.type === "changed") gather(message);
        // Whoever asks anew finds out why: signed out, or no longer a member.
        if (message.type === "denied") for (const kind of changeKinds) tell({ kind, ids: [] });
        clock.hear();
      },
      onState: enter,
    });
  }

  function enter(next: SocketState): void {
    state = next;
    for (const listener of stateListeners) listener();
  }

  function close(): void {
    socket?.close();
    socket = undefined;
    clearTimeout(flushing);
    flushing = undefined;
    gathered.clear();
  }

  return {
    state: () => state,
    onState: (listener) => {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hold: (client) => {
      queries = client;
      holders++;
      clearTimeout(closing);
      open();
      return () => {
        holders--;
        if (holders === 0) closing = setTimeout(close, lingerMs);
      };
    },
  };
}
