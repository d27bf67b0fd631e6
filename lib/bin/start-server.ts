import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createDataPlane, createDispatch, dataPlaneServerOptions } from "@/lib/http";
import { socketPath } from "@/lib/realtime/schema";
import type { Runtime } from "@/lib/runtime";
import { admitHeaders } from "./admit-headers";
import type { Sockets } from "./attach-sockets";
import { routes } from "./routes.generated";
import { setPagePolicy, setSecurityHeaders } from "./security-headers";
import { startNext } from "./start-next";
import type { Stopper } from "./stop";

interface ServerOptions {
  runtime: Runtime;
  sockets: Sockets;
  stopper: Stopper;
  dev: boolean;
}

/** One port for bytes, the API, sockets and pages; answers that port. */
export async function startServer(options: ServerOptions): Promise<number> {
  const { runtime, sockets, stopper, dev } = options;
  const { config, log } = runtime;
  const server = createServer(dataPlaneServerOptions);
  const listening = new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.PORT, config.HOST, () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
  // A busy port is told before the pages are loaded; who comes early waits for them.
  const port = await listening;
  const pages = startNext({ ...config, PORT: port }, dev);
  const bytes = createDataPlane(runtime);
  // While developing, the API goes through Next, which loads changed files anew.
  const api = dev ? () => false : createDispatch(routes, log);

  function answer(request: IncomingMessage, response: ServerResponse): void {
    admitHeaders(request, config.TRUST_PROXY);
    setSecurityHeaders(response);
    if (bytes(request, response) || api(request, response)) return;
    setPagePolicy(request, response, config, dev);
    pages
      .then(({ handle }) => handle(request, response))
      .catch((err: unknown) => {
        log.error({ err }, "a page could not be answered");
        response.destroy();
      });
  }

  server.on("request", answer);
  server.on("checkContinue", answer);
  server.on("upgrade", (request, socket, head) => {
    admitHeaders(request, config.TRUST_PROXY);
    if (request.url?.split("?", 1)[0] === socketPath || !dev) {
      return sockets.handleUpgrade(request, socket, head);
    }
    pages.then(({ upgrades }) => upgrades.emit("upgrade", request, socket, head)).catch(() => {});
  });
  const { close } = await pages;
  stopper.add("pages", close);
  // The server ends when its last connection does, and sockets end only when told.
  stopper.add("web server", () => Promise.all([sockets.close(), closeServer(server)]));
  return port;
}

function closeServer(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), 1_000);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
