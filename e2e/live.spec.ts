import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { findArtifact, upload } from "./bytes";
import { test as onSharedServer } from "./fixtures";
import { addFiles, cardOf, choose, isReady, openLibrary, rename } from "./library";
import { makeClip } from "./media";
import { expect, test } from "./own-servers";
import { join } from "./people";
import { isGone, onGlass, openScreen, pairScreen, plays } from "./screen";

// Starting servers takes its time on a busy machine.
test.setTimeout(120_000);

onSharedServer(
  "What one person does shows for the other at once",
  async ({ manager, client, api, browser }) => {
    const clip = await makeClip("Poster wall.mp4");
    const other = await (await browser.newContext()).newPage();
    await join(api, other, { name: "Bo Chen", role: "MANAGER" });
    await openLibrary(manager, client);
    await expect(other.getByText("Live", { exact: true })).toBeVisible();
    const loads = loadsOf(other);

    await addFiles(manager, clip);
    await isReady(other, "Poster wall.mp4");
    await expect(cardOf(other, "Poster wall.mp4").getByText("640 × 360")).toBeVisible();

    await rename(manager, "Poster wall.mp4", "Neon wall");
    await expect(cardOf(other, "Neon wall.mp4")).toBeVisible();
    await expect(cardOf(other, "Poster wall.mp4")).toBeHidden();

    await choose(other, "Neon wall.mp4", "Delete");
    await expect(cardOf(manager, "Neon wall.mp4")).toBeHidden();
    await other.getByRole("button", { name: "Undo" }).click();
    await expect(cardOf(manager, "Neon wall.mp4")).toBeVisible();
    expect(loads()).toBe(0);
    await other.context().close();
  },
);

test("While its server restarts a screen plays on; all is right again when it is back", async ({
  home,
  start,
  manager,
  client,
  api,
  screenPage: screen,
}) => {
  const [stays, goes] = await Promise.all([
    makeClip("Stays.mp4", { color: "0x30a040" }),
    makeClip("Goes.mp4", { color: "0xc03030" }),
  ]);
  for (const path of [goes, stays]) await upload(api, await readFile(path), path);
  const code = await openScreen(screen);
  await pairScreen(manager, client, { code, name: "Counter" });
  await manager.getByRole("link", { name: "Library" }).first().click();
  await isReady(manager, "Goes.mp4");
  await isOnDevice(screen);
  const loads = loadsOf(screen);

  // Another process keeps the database; this screen and this manager know only the one that ends.
  const other = await start();
  expect(await home.stop()).toBe(0);
  await expect(manager.getByText("Reconnecting…")).toBeVisible();
  await plays(screen, "Goes.mp4");
  await plays(screen, "Stays.mp4");
  await plays(screen, "Goes.mp4");
  const { id } = await findArtifact(api, "Goes.mp4", other.url);
  const trashed = await api.post(`${other.url}/api/v1/artifacts/trash`, { data: { ids: [id] } });
  expect(trashed.ok()).toBe(true);
  await plays(screen, "Goes.mp4");

  await start({ PORT: new URL(home.url).port });
  await expect(manager.getByText("Live", { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(cardOf(manager, "Stays.mp4")).toBeVisible();
  await expect(cardOf(manager, "Goes.mp4")).toBeHidden();
  await isGone(screen, "Goes.mp4");
  await plays(screen, "Stays.mp4");
  await manager.getByRole("link", { name: "Screens" }).first().click();
  const seen = manager.getByRole("listitem").filter({ hasText: "Counter" });
  await expect(seen.getByText("Online", { exact: true })).toBeVisible();
  await expect(seen.getByText("Playing now: Stays.mp4")).toBeVisible();
  await expect(seen.getByText("Up to date")).toBeVisible();
  expect(loads()).toBe(0);
});

/** How often the page was loaded from now on. */
function loadsOf(page: Page): () => number {
  let count = 0;
  page.on("load", () => {
    count += 1;
  });
  return () => count;
}

/** Waits until the screen plays every clip from its own disk. */
async function isOnDevice(screen: Page): Promise<void> {
  const local = new Set<string>();
  await expect
    .poll(
      async () => {
        const shown = await onGlass(screen);
        if (shown?.isLocal) local.add(shown.name);
        return [...local].sort();
      },
      { intervals: [100], timeout: 30_000 },
    )
    .toEqual(["Goes.mp4", "Stays.mp4"]);
}
