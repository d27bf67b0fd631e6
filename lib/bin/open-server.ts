import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { Config } from "@/lib/config";
import { dataPlaneServerOptions } from "@/lib/data-plane";

export interface Handlers {
  request(request: IncomingMessage, response: ServerResponse): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export interface OpenServer {
  server: Server;
  port: number;
  /** From now on requests are answered, first those that came early. */
  serve(handlers: Handlers): void;
}

/** Takes the port at once, so that a busy one is told before anything else is started. */
export async function openServer({ PORT, HOST }: Config): Promise<OpenServer> {
  let handlers: Handlers | undefined;
  const early: ((handlers: Handlers) => void)[] = [];
  const whenReady = (work: (handlers: Handlers) => void) =>
    handlers ? work(handlers) : early.push(work);

  const server = createServer(dataPlaneServerOptions);
  for (const event of ["request", "checkContinue"] as const) {
    server.on(event, (request: IncomingMessage, response: ServerResponse) =>
      whenReady((handlers) => handlers.request(request, response)),
    );
  }
  server.on("upgrade", (request, socket, head) => {
    // Nobody hears it until it is handed over: a reset meanwhile would end the process.
    socket.on("error", () => {});
    whenReady((handlers) => handlers.upgrade(request, socket, head));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(PORT, HOST, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return {
    server,
    port: (server.address() as AddressInfo).port,
    serve(ready) {
      handlers = ready;
      for (const work of early.splice(0)) work(ready);
    },
  };
}

/** Whoever is not done within a second is cut off. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), 1_000);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
