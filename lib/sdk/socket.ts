import { socketPath } from "@/lib/realtime/facts";
import type { ClientMessage, ServerMessage } from "@/lib/realtime/schema";

/** `denied` is final: the server knows who asks and says no. All others heal by themselves. */
export type SocketState = "connecting" | "open" | "waiting" | "denied" | "closed";

interface SocketOptions {
  /** The first message of every connection. */
  hello: ClientMessage;
  onMessage(message: ServerMessage): void;
  onState?(state: SocketState): void;
  /** Open again after a gap: whatever was pushed meanwhile was lost and must be asked for. */
  onReconnected?(): void;
}

export interface Socket {
  /** False, and nothing sent, while there is no connection. */
  send(message: ClientMessage): boolean;
  close(): void;
}

const welcomeTimeoutMs = 10_000;
const pingEveryMs = 15_000;
const pongTimeoutMs = 10_000;
const shortestWaitMs = 500;
const longestWaitMs = 15_000;

/** A connection that keeps itself up: heartbeat, back-off with jitter, at once when the network returns. */
export function openSocket({ hello, onMessage, onState, onReconnected }: SocketOptions): Socket {
  let state: SocketState = "connecting";
  let socket: WebSocket | undefined;
  let welcomed = false;
  let failures = 0;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  let heartbeat: ReturnType<typeof setInterval> | undefined;

  function enter(next: SocketState): void {
    if (state === next) return;
    state = next;
    onState?.(next);
  }

  function connect(): void {
    clearTimeout(deadline);
    enter("connecting");
    const mine = new WebSocket(socketUrl());
    socket = mine;
    mine.onopen = () => mine.send(JSON.stringify(hello));
    mine.onmessage = (event) => mine === socket && receive(event.data);
    mine.onclose = () => mine === socket && lost();
    deadline = setTimeout(lost, welcomeTimeoutMs);
  }

  function receive(data: unknown): void {
    const message = parse(data);
    if (!message) return;
    if (message.type === "welcome") opened();
    if (message.type === "pong" && state === "open") clearTimeout(deadline);
    if (message.type === "denied") shut("denied");
    onMessage(message);
  }

  function opened(): void {
    clearTimeout(deadline);
    failures = 0;
    heartbeat = setInterval(ping, pingEveryMs);
    enter("open");
    if (welcomed) onReconnected?.();
    welcomed = true;
  }

  function ping(): void {
    clearTimeout(deadline);
    deadline = setTimeout(lost, pongTimeoutMs);
    send({ type: "ping" });
  }

  function lost(): void {
    drop();
    const wait = Math.min(longestWaitMs, shortestWaitMs * 2 ** failures++);
    deadline = setTimeout(connect, Math.max(shortestWaitMs, wait * (0.5 + Math.random() / 2)));
    enter("waiting");
  }

  function drop(): void {
    clearTimeout(deadline);
    clearInterval(heartbeat);
    const old = socket;
    socket = undefined;
    old?.close();
  }

  function shut(final: "denied" | "closed"): void {
    drop();
    globalThis.removeEventListener?.("online", wake);
    globalThis.document?.removeEventListener("visibilitychange", wake);
    enter(final);
  }

  // A device that slept has a socket that looks open and is not.
  function wake(): void {
    if (globalThis.document?.visibilityState === "hidden") return;
    if (state === "waiting") connect();
    else if (state === "open") ping();
  }

  function send(message: ClientMessage): boolean {
    if (state !== "open" || socket?.readyState !== 1) return false;
    socket.send(JSON.stringify(message));
    return true;
  }

  globalThis.addEventListener?.("online", wake);
  globalThis.document?.addEventListener("visibilitychange", wake);
  connect();
  return { send, close: () => shut("closed") };
}

function socketUrl(): URL {
  const url = new URL(socketPath, location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url;
}

/** Our own server, so only the kind is looked at: a newer one may say what we do not know yet. */
function parse(data: unknown): ServerMessage | undefined {
  try {
    const message: unknown = JSON.parse(String(data));
    return isMessage(message) ? message : undefined;
  } catch {
    return undefined;
  }
}

const kinds: Record<ServerMessage["type"], true> = {
  welcome: true,
  pong: true,
  changed: true,
  revision: true,
  paired: true,
  denied: true,
};

function isMessage(value: unknown): value is ServerMessage {
  return (
    typeof value === "object" && value !== null && "type" in value && String(value.type) in kinds
  );
}
