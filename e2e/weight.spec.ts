import { gzipSync } from "node:zlib";
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./fixtures";
import { furnish } from "./furnish";

/** kB of script, gzipped, that the HTML of a page names. What comes later is not waited for. */
const most = 200;
const pages = [
  "/sign-in",
  "/nowhere",
  "/invite/none",
  "/screen",
  "/pair",
  "/account",
  "/clients",
  "/stores",
  "/c/$/screens",
  "/c/$/people",
  "/c/$/settings",
  "/c/$/trash",
  "/c/$/library",
];

async function scriptKilobytes(api: APIRequestContext, path: string): Promise<number> {
  const html = await (await api.get(path, { headers: { accept: "text/html" } })).text();
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const named = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /(?:src|href)="(\/_next\/static\/[^"]+\.js)[^"]*"/.exec(tag)?.[1] ?? []);
  let bytes = 0;
  for (const script of new Set(named))
    bytes += gzipSync(await (await api.get(script)).body()).length;
  return Math.round(bytes / 1000);
}

test("pages come with no more script than they need", async ({
  api,
  client,
  playwright,
  baseURL,
}) => {
  await furnish(api);
  const guest = await playwright.request.newContext({ baseURL });
  const weights: Record<string, number> = {};
  for (const path of pages) {
    const visitor = ["/sign-in", "/invite/none"].includes(path) ? guest : api;
    weights[path] = await scriptKilobytes(visitor, path.replace("$", client.id));
  }
  await guest.dispose();
  console.table(weights);
  for (const path of pages) expect.soft(weights[path], path).toBeLessThanOrEqual(most);
});

test("nothing moves while the library is drawn", async ({ api, client, manager }) => {
  await furnish(api);
  await manager.addInitScript(() => {
    const shifts: string[] = [];
    // What the arrival of the font moves by a pixel is not seen.
    const unseen = 0.0005;
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        if (entry.value < unseen) continue;
        const nodes = entry.sources.map(({ node }) => (node as Element | null)?.outerHTML);
        shifts.push(`${entry.value} ${nodes.join(" ").slice(0, 500)}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const size of [
    { width: 1280, height: 800 },
    { width: 360, height: 740 },
  ]) {
    await manager.setViewportSize(size);
    await manager.goto(`/c/${client.id}/library`);
    await expect(manager.getByRole("heading", { name: "coffee.mp4" })).toBeVisible();
    await manager.waitForFunction(() => [...document.images].every(({ complete }) => complete));
    const shifts = await manager.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
    expect(shifts, `at ${size.width}`).toEqual([]);
  }
});

/** Not in TypeScript's DOM library, because only Chromium has it. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null }[];
}
