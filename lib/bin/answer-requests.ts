import { createDataPlane } from "@/lib/data-plane";
import { createDispatch } from "@/lib/http";
import { socketPath } from "@/lib/realtime/facts";
import type { Runtime } from "@/lib/runtime";
import type { Sockets } from "@/lib/sockets";
import { admitHeaders } from "./admit-headers";
import { buildId } from "./build-id";
import { limitBodyTime } from "./limit-body-time";
import type { Handlers } from "./open-server";
import { routes } from "./routes.generated";
import { setPagePolicy, setSecurityHeaders } from "./security-headers";
import type { Pages } from "./start-next";

/** Who answers what: bytes, then the API, then pages; sockets by upgrade. */
export function answerRequests(
  { config, log, ...runtime }: Runtime,
  sockets: Sockets,
  pages: Pages,
  dev: boolean,
): Handlers {
  const bytes = createDataPlane({ config, log, ...runtime });
  const stores = runtime.storage.drivers.flatMap(({ origins = [] }) => origins);
  // While developing, the API goes through Next, which loads changed files anew.
  const build = dev ? undefined : buildId();
  const api = dev ? () => false : createDispatch(routes, log);

  return {
    request(request, response) {
      admitHeaders(request, config.TRUST_PROXY);
      setSecurityHeaders(response);
      if (bytes(request, response)) return;
      limitBodyTime(request);
      if (build) response.setHeader("x-vitrine-build", build);
      if (api(request, response)) return;
      setPagePolicy(request, response, config, stores, dev);
      pages.handle(request, response).catch((err: unknown) => {
        log.error({ err }, "a page could not be answered");
        response.destroy();
      });
    },
    upgrade(request, socket, head) {
      admitHeaders(request, config.TRUST_PROXY);
      const isOurs = request.url?.split("?", 1)[0] === socketPath;
      // Next's own sockets reload pages while developing.
      if (dev && !isOurs) pages.upgrades.emit("upgrade", request, socket, head);
      else sockets.handleUpgrade(request, socket, head);
    },
  };
}
