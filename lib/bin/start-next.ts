import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Config } from "@/lib/config";
import { projectRoot } from "./project-root";

export interface Pages {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Next puts its own upgrade listener here instead of on our server, where it would end sockets. */
  upgrades: Server;
  close(): Promise<void>;
}

export async function startNext(config: Config, port: number, dev: boolean): Promise<Pages> {
  // Late, so that NODE_ENV is set when React chooses its build.
  const { default: next } = await import("next");
  const upgrades = createServer();
  const app = next({
    dev,
    dir: projectRoot,
    httpServer: upgrades,
    hostname: config.HOST,
    port,
    ...(dev && { turbopack: true }),
  });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    handle: (request, response) => handle(request, response),
    upgrades,
    close: () => app.close(),
  };
}
