// npm run screenshots -- --all <directory>: every page in both languages, both themes and three
// widths, to be looked at. Not kept in the repository.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, request } from "@playwright/test";
import { furnish } from "@/e2e/furnish";
import { emptyStops, filledStops, guestStops, type Stop } from "@/e2e/stops";

const locales = ["en-US", "zh-CN"];
const themes = ["light", "dark"] as const;
const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];

interface TakeAll {
  browser: Browser;
  baseURL: string;
  session: string;
  directory: string;
}

export async function takeEveryPage({ browser, baseURL, session, directory }: TakeAll) {
  const empty = "empty_001";
  const full = "client_001";
  const api = await request.newContext({
    baseURL,
    storageState: session,
    extraHTTPHeaders: { "x-client-id": full },
  });
  await api.post("/api/v1/clients", { data: { id: empty, name: "Corner Bakery" } });
  const furnished = await furnish(api);
  await api.dispose();
  const guests = [...guestStops(furnished), { path: "/offline", drawn: headings }];
  const people = [...emptyStops(empty), ...filledStops(full, furnished)];

  for (const locale of locales) {
    for (const colorScheme of themes) {
      const settings = { baseURL, locale, colorScheme, serviceWorkers: "block" as const };
      for (const viewport of sizes) {
        const touch = viewport.width < 768 ? { isMobile: true, hasTouch: true } : {};
        const name = `${locale}-${colorScheme}-${viewport.width}`;
        for (const [stops, storageState, who] of [
          [guests, undefined, "guest"],
          [people, session, "person"],
        ] as const) {
          const context = await browser.newContext({
            ...settings,
            viewport,
            ...touch,
            ...(storageState && { storageState }),
          });
          await take(context, stops, join(directory, name, who));
          await context.close();
        }
      }
    }
  }
}

const headings: Stop["drawn"] = (page) => page.getByRole("heading", { level: 1 });

async function take(
  context: Awaited<ReturnType<Browser["newContext"]>>,
  stops: readonly Stop[],
  directory: string,
): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const page = await context.newPage();
  for (const [index, { path, drawn }] of stops.entries()) {
    await page.goto(path);
    await drawn(page).first().waitFor();
    await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
    // Dialogs that slide in, and the live light that settles.
    await page.waitForTimeout(400);
    const words = path.replace(/\?.*/, "").replace(/(invite\/)(?!none).*/, "$1link");
    const name = `${String(index + 1).padStart(2, "0")}${words.replaceAll("/", "-")}`;
    await page.screenshot({ path: join(directory, `${name}.png`) });
  }
}
