import { test as servers } from "./own-servers";
import type { ServerProcess } from "./server-process";

export { expect } from "./fixtures";

interface FreshServer {
  server: ServerProcess;
  setupUrl: string;
}

/** For stories on a server that nobody has used yet. */
export const test = servers.extend<FreshServer>({
  server: async ({ start }, use) => use(await start()),
  setupUrl: ({ server }, use) => use(server.setupUrl ?? ""),
  baseURL: ({ server }, use) => use(server.url),
});
