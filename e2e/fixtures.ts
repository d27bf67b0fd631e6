import { randomBytes } from "node:crypto";
import { type APIRequestContext, test as base, type Page } from "@playwright/test";

export { expect } from "@playwright/test";

interface Client {
  id: string;
  name: string;
}

interface Fixtures {
  /** File with the administrator's cookies. */
  session: string;
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
  session: [process.env.E2E_SESSION ?? "", { option: true }],

  api: async ({ playwright, client, baseURL, session }, use) => {
    const api = await playwright.request.newContext({
      baseURL,
      storageState: session,
      extraHTTPHeaders: { "x-client-id": client.id },
    });
    await use(api);
    await api.dispose();
  },

  client: async ({ playwright, baseURL, session }, use) => {
    const api = await playwright.request.newContext({ baseURL, storageState: session });
    const id = `story_${randomBytes(5).toString("hex")}`;
    const client = { id, name: `Shop ${id}` };
    const response = await api.post("/api/v1/clients", { data: client });
    if (!response.ok()) throw new Error(`no client: ${await response.text()}`);
    await api.dispose();
    await use(client);
  },

  manager: async ({ browser, contextOptions, session }, use) => {
    const context = await browser.newContext({ ...contextOptions, storageState: session });
    await use(await context.newPage());
    await context.close();
  },

  screenPage: async ({ browser }, use) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    await use(await context.newPage());
    await context.close();
  },
});
