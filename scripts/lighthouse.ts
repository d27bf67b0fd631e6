// npm run lighthouse: performance, accessibility, best practices and SEO of the built server's
// pages on real media, as a phone and as a desk see them. Takes minutes and wants a quiet machine.
// npm run lighthouse -- <directory>: keeps the reports.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequestContext, chromium, request } from "@playwright/test";
import lighthouse, { desktopConfig } from "lighthouse";
import { upload } from "@/e2e/furnish";
import { setUp } from "@/e2e/global-setup";
import { startServer } from "@/e2e/server-process";
import { ensureChromium } from "./ensure-chromium.mjs";

const least = 95;
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const presets = { mobile: undefined, desktop: desktopConfig };
const reports = process.argv[2];
const samples = ["coffee", "fruit", "weekend"];

const executablePath = await ensureChromium();
if (!executablePath) throw new Error("There is no Chromium and none could be installed.");
const directory = await mkdtemp(join(tmpdir(), "vitrine-lighthouse-"));
const session = join(directory, "session.json");
const server = await startServer({ DATA_DIR: join(directory, "data") });
const port = await freePort();
const browser = await chromium.launch({
  executablePath,
  args: [`--remote-debugging-port=${port}`],
});
try {
  await setUp(server.url, server.setupUrl ?? "", session);
  const api = await request.newContext({
    baseURL: server.url,
    storageState: session,
    extraHTTPHeaders: { "x-client-id": "client_001" },
  });
  await fill(api);
  const { cookies } = await api.storageState();
  const table = [...(await measure("/sign-in")), ...(await measure("/screen"))];
  // In the browser's own jar: a header would not reach what the page itself asks for.
  await (await browser.newBrowserCDPSession()).send("Storage.setCookies", { cookies });
  table.push(...(await measure("/c/client_001/library")));
  console.table(Object.fromEntries(table.map(({ page, ...scores }) => [page, scores])));
  const all = table.flatMap((row) => categories.map((category) => row[category]));
  process.exitCode = all.every((score) => score >= least) ? 0 : 1;
  await api.dispose();
} finally {
  await browser.close();
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}

/** A library of two dozen films and pictures with their posters. */
async function fill(api: APIRequestContext): Promise<void> {
  for (let count = 0; count < 8; count += 1) {
    for (const sample of samples)
      await upload(api, `public/samples/${sample}.mp4`, `${sample} ${count + 1}.mp4`);
  }
  for (let ready = 0; ready < 24; ) {
    const { items } = await (await api.get("/api/v1/artifacts")).json();
    ready = items.filter(({ posterUrl }: { posterUrl: string | null }) => posterUrl).length;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

async function measure(path: string) {
  const rows = [];
  for (const [name, config] of Object.entries(presets)) {
    const flags = { port, logLevel: "error" as const, onlyCategories: [...categories] };
    const result = await lighthouse(`${server.url}${path}`, flags, config);
    if (!result) throw new Error(`${path} was not measured`);
    const { lhr } = result;
    if (new URL(lhr.finalDisplayedUrl).pathname !== path)
      throw new Error(`${path} led to ${lhr.finalDisplayedUrl}`);
    if (reports) await writeReport(`${path} ${name}`, lhr);
    const scores = categories.map((category) => [
      category,
      Math.round((lhr.categories[category]?.score ?? 0) * 100),
    ]);
    tellWhy(lhr.audits, path, name);
    rows.push({ page: `${path} ${name}`, ...Object.fromEntries(scores) });
  }
  return rows as ({ page: string } & Record<(typeof categories)[number], number>)[];
}

/** The whole report, for whoever looks for the cause. */
async function writeReport(name: string, report: object): Promise<void> {
  await mkdir(reports as string, { recursive: true });
  const file = `${name.replaceAll(/[^a-z0-9]+/g, "-").replace(/^-/, "")}.json`;
  await writeFile(join(reports as string, file), JSON.stringify(report));
}

/** What costs points, so that the table does not stand alone. */
function tellWhy(
  audits: Record<string, { score: number | null; title: string; displayValue?: string }>,
  path: string,
  preset: string,
): void {
  for (const { score, title, displayValue = "" } of Object.values(audits)) {
    if (score !== null && score < 0.9) console.log(`${path} ${preset}: ${title} ${displayValue}`);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== "object" || !address) throw new Error("no free port");
  return address.port;
}
