import { randomBytes } from "node:crypto";
import { type APIRequestContext, test as base, type Page } from "@playwright/test";

export { expect } from "@playwright/test";

interface Client {
  id: string;
  name: string;
}

interface Fixtures {
  /** The API as the administrator, in `client`. */
  api: APIRequestContext;
  /** A client of its own for each story. */
  client: Client;
  /** A browser in which the administrator is signed in. */
  manager: Page;
  /** Another browser, in which nobody is. */
  screenPage: Page;
}

export const test = base.extend<Fixtures>({
  api: async ({ playwright, client, baseURL }, use) => {
    const api = await playwright.request.newContext({
      baseURL,
      storageState: process.env.E2E_SESSION,
      extraHTTPHeaders: { "x-client-id": client.id },
    });
    await use(api);
    await api.dispose();
  },

  client: async ({ playwright, baseURL }, use) => {
    const storageState = process.env.E2E_SESSION;
    const api = await playwright.request.newContext({ baseURL, storageState });
    const id = `story_${randomBytes(5).toString("hex")}`;
    const client = { id, name: `Shop ${id}` };
    const response = await api.post("/api/v1/clients", { data: client });
    if (!response.ok()) throw new Error(`no client: ${await response.text()}`);
    await api.dispose();
    await use(client);
  },

  manager: async ({ browser, contextOptions }, use) => {
    const context = await browser.newContext({
      ...contextOptions,
      storageState: process.env.E2E_SESSION,
    });
    await use(await context.newPage());
    await context.close();
  },

  screenPage: async ({ browser }, use) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    await use(await context.newPage());
    await context.close();
  },
});
