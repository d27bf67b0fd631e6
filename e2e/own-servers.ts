import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as stories } from "./fixtures";
import { setUp } from "./global-setup";
import { type Operated, operate } from "./operator";
import { type ServerProcess, startServer } from "./server-process";

export { expect } from "./fixtures";

type Environment = Record<string, string>;

interface OwnServers {
  environment: Environment;
  /** Made for them and removed with all that is in it. */
  directory: string;
  /** A command of the operator's beside them; killed -9 so long after it has said something. */
  vitrine: (args: string[], killAfterMs?: number) => Promise<Operated>;
  /** Starts another process on the same data directory, and so on the same Postgres. */
  start: (more?: Environment) => Promise<ServerProcess>;
  /** The first one, with its administrator. */
  home: ServerProcess & { session: string };
}

/** For stories in which servers start and end: nobody else uses these. */
export const test = stories.extend<OwnServers>({
  environment: [{}, { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names in it
  directory: async ({}, use) => {
    const directory = await mkdtemp(join(tmpdir(), "vitrine-e2e-"));
    await use(directory);
    await rm(directory, { recursive: true, force: true });
  },

  vitrine: async ({ environment, directory }, use) => {
    const DATA_DIR = join(directory, "data");
    await use((args, killAfterMs) => operate(args, { DATA_DIR, ...environment }, killAfterMs));
  },

  start: async ({ environment, directory }, use) => {
    const servers: ServerProcess[] = [];
    await use(async (more = {}) => {
      const DATA_DIR = join(directory, "data");
      const server = await startServer({ DATA_DIR, ...environment, ...more });
      servers.push(server);
      return server;
    });
    // The last one that ends in peace takes Postgres with it.
    for (const server of servers) await server.stop();
  },

  home: async ({ start }, use, testInfo) => {
    const server = await start();
    const session = testInfo.outputPath("session.json");
    await setUp(server.url, server.setupUrl ?? "", session);
    await use({ ...server, session });
  },

  baseURL: ({ home }, use) => use(home.url),
  session: ({ home }, use) => use(home.session),
});
