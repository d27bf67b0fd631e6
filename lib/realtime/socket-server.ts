import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Log } from "@/lib/log";
import { type Admit, type Connection, type Guest, type Hello, openConnection } from "./connection";
import { socketPath } from "./facts";
import { isOwnOrigin } from "./origin";

export interface SocketServerOptions {
  /** Who is this? Throws an AppError (`unauthenticated`, `forbidden`, `not_found`) to refuse. */
  admit(hello: Hello, request: IncomingMessage): Promise<Guest>;
  publicUrl: string | undefined;
  log: Log;
  helloTimeoutMs?: number;
  heartbeatMs?: number;
  /** A reader with more than this unread is dropped. */
  maxBufferedBytes?: number;
}

export interface SocketServer {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Says goodbye to all (1001); who does not answer is cut off. */
  close(): Promise<void>;
}

const goodbyeMs = 1000;

/** WebSockets on an upgrade that someone else's HTTP server received. */
export function createSocketServer(options: SocketServerOptions): SocketServer {
  const connections = new Map<WebSocket, Connection>();
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: 64 * 1024,
  });
  const heartbeat = setInterval(() => {
    for (const connection of connections.values()) connection.beat();
  }, options.heartbeatMs ?? 15_000);
  heartbeat.unref();
  let isClosed = false;

  function welcome(webSocket: WebSocket, admit: Admit) {
    const connection = openConnection(webSocket, {
      admit,
      log: options.log,
      helloTimeoutMs: options.helloTimeoutMs ?? 5000,
      maxBufferedBytes: options.maxBufferedBytes ?? 256 * 1024,
    });
    connections.set(webSocket, connection);
    webSocket.once("close", () => connections.delete(webSocket));
  }

  return {
    handleUpgrade(request, socket, head) {
      if (isClosed) return refuse(socket, "503 Service Unavailable");
      if (pathOf(request) !== socketPath) return refuse(socket, "404 Not Found");
      if (!isOwnOrigin(request.headers, options.publicUrl)) return refuse(socket, "403 Forbidden");
      const admit: Admit = (hello) => options.admit(hello, request);
      server.handleUpgrade(request, socket, head, (webSocket) => welcome(webSocket, admit));
    },

    async close() {
      isClosed = true;
      clearInterval(heartbeat);
      const gone = [...connections.keys()].map((webSocket) => goodbye(webSocket));
      await Promise.all(gone);
    },
  };
}

function goodbye(webSocket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => webSocket.terminate(), goodbyeMs);
    webSocket.once("close", () => {
      clearTimeout(cutOff);
      resolve();
    });
    webSocket.close(1001);
  });
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "").split("?", 1)[0] ?? "";
}

function refuse(socket: Duplex, status: string): void {
  socket.on("error", () => {});
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`, () =>
    socket.destroy(),
  );
}
