// npm run screenshots: the pictures of the READMEs, taken of the built server with the samples.
// npm run screenshots -- --all <directory>: every page, as people with any settings see it.
import { mkdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { setUp } from "@/e2e/global-setup";
import { startServer } from "@/e2e/server-process";
import { ensureChineseFont } from "./ensure-chinese-font.mjs";
import { ensureChromium } from "./ensure-chromium.mjs";
import { takeEveryPage } from "./screenshots-all";

const images = "docs/images";
const home = "/c/client_001";
const [flag, everything] = process.argv.slice(2);
if (flag && (flag !== "--all" || !everything)) throw new Error("usage: --all <directory>");

ensureChineseFont();
const executablePath = await ensureChromium();
if (!executablePath) throw new Error("There is no Chromium and none could be installed.");
const directory = await mkdtemp(join(tmpdir(), "vitrine-screenshots-"));
const session = join(directory, "session.json");
mkdirSync(images, { recursive: true });
const server = await startServer({ DATA_DIR: join(directory, "data") });
// Stories find the server by it.
process.env.E2E_URL = server.url;
const browser = await chromium.launch({
  executablePath,
  args: ["--autoplay-policy=no-user-gesture-required", "--mute-audio"],
});
try {
  await setUp(server.url, server.setupUrl ?? "", session);
  if (everything)
    await takeEveryPage({ browser, baseURL: server.url, session, directory: everything });
  else await takeAll(browser);
} finally {
  await browser.close();
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}

async function takeAll(browser: Browser): Promise<void> {
  const desk = await signedIn(browser, { width: 1280, height: 800 });
  await desk.goto(`${home}/library`);
  await desk.getByRole("button", { name: "Start with three samples" }).click();
  await samplesReady(desk);

  const wall = await (
    await browser.newContext({ viewport: { width: 1280, height: 720 } })
  ).newPage();
  await wall.goto(`${server.url}/screen`);
  const code = await codeOn(wall);
  await pair(desk, code);
  await desk.goto(`${home}/screens`);
  await desk.getByText("Playing now").waitFor();
  await wall.waitForFunction(() =>
    [...document.querySelectorAll("video")].some((video) => video.currentTime > 2),
  );
  await wall.screenshot({ path: `${images}/screen.png` });
  await desk.screenshot({ path: `${images}/screens.png` });

  await desk.goto(`${home}/library`);
  await settle(desk);
  await desk.screenshot({ path: `${images}/library.png` });

  const phone = await signedIn(browser, { width: 412, height: 760 }, "zh-CN");
  await phone.goto(`${home}/library`);
  await settle(phone);
  await phone.screenshot({ path: `${images}/phone.png` });
}

async function signedIn(
  browser: Browser,
  viewport: { width: number; height: number },
  locale = "en-US",
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.url,
    storageState: session,
    viewport,
    locale,
  });
  return context.newPage();
}

async function codeOn(wall: Page): Promise<string> {
  const text = () => wall.locator("main").innerText();
  await wall.waitForFunction(() =>
    /\d{3}\s*\d{3}/.test(document.body.innerText.replace(/\s/g, "")),
  );
  return /\d{6}/.exec((await text()).replace(/\s/g, ""))?.[0] ?? "";
}

async function pair(desk: Page, code: string): Promise<void> {
  const response = await desk.request.post(`${server.url}/api/v1/screens/pair`, {
    headers: { "x-client-id": "client_001", origin: server.url },
    data: { code, name: "Shop window, Nanjing Road" },
  });
  if (!response.ok()) throw new Error(await response.text());
}

async function samplesReady(desk: Page): Promise<void> {
  const headers = { "x-client-id": "client_001" };
  for (let ready = 0; ready < 3; ) {
    const response = await desk.request.get(`${server.url}/api/v1/artifacts`, { headers });
    const { items } = (await response.json()) as { items: { posterUrl: string | null }[] };
    ready = items.filter(({ posterUrl }) => posterUrl).length;
    await desk.waitForTimeout(200);
  }
}

/** Until the three posters on the page are drawn, and nothing moves any more. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const posters = [...document.images].filter(({ naturalWidth }) => naturalWidth > 300);
    return posters.length >= 3 && posters.every(({ complete }) => complete);
  });
  await page.waitForTimeout(1000);
}
