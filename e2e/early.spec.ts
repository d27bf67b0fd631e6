import { setTimeout } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { upload } from "./furnish";
import { administrator } from "./global-setup";

/** Longer than what the page waits between being taken over and answering. */
const BETWEEN_SCRIPTS_MS = 200;
const LONG_MS = 3000;

/** Scripts that come late, and then one after another, as over a poor line. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let before = released;
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    before = before.then(() => setTimeout(BETWEEN_SCRIPTS_MS));
    await before;
    await route.continue();
  });
  return release;
}

test("a button that is pressed before scripts are there is not pressed in vain", async ({
  manager,
  client,
}) => {
  const release = await holdScripts(manager);
  await manager.goto(`/c/${client.id}/library`, { waitUntil: "commit" });
  await manager.getByRole("button", { name: "Ada Lin: account and settings" }).click();
  release();
  await expect(manager.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
});

test("who presses once more when the page answers has one of both answered", async ({
  api,
  manager,
  client,
}) => {
  await upload(api, "app/apple-icon.png", "Café.png");
  // The moment between is longer, so that the second one comes in it.
  await manager.addInitScript((longMs) => {
    const { setTimeout: later } = window;
    const slower = (act: () => void, ms?: number) => later(act, ms === 150 ? longMs : ms);
    Object.assign(window, { setTimeout: slower });
  }, LONG_MS);
  const release = await holdScripts(manager);
  await manager.goto(`/c/${client.id}/library`, { waitUntil: "commit" });
  const toTable = manager.getByRole("button", { name: "Show as a table" });
  await toTable.click();
  release();
  await expect(manager.locator("html")).toHaveAttribute("data-answers");
  await toTable.click();
  await expect(manager.getByRole("table")).toBeVisible();
  await setTimeout(LONG_MS);
  await expect(manager.getByRole("table")).toBeVisible();
});

test("the first button of an empty page stands where it will be used, while answers are late", async ({
  manager,
  client,
}) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await manager.route("**/api/v1/screens", async (route) => {
    await released;
    await route.continue();
  });
  await manager.goto(`/c/${client.id}/screens`);
  const button = manager.getByRole("button", { name: "Add screen" });
  const before = await button.boundingBox();
  await button.click();
  await expect(manager.getByLabel("Pairing code")).toBeVisible();
  await manager.keyboard.press("Escape");
  release();
  await expect(manager.getByLabel("Pairing code")).toBeHidden();
  expect(await button.boundingBox()).toEqual(before);
});

test("a password that is sent before scripts are there is in no address", async ({
  screenPage: page,
}) => {
  const release = await holdScripts(page);
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  await page.goto("/sign-in", { waitUntil: "commit" });
  await page.getByLabel("E-mail").fill(administrator.email);
  await page.getByLabel("Password", { exact: true }).fill(administrator.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  release();
  await expect(page.getByRole("heading", { name: "Library" })).toBeVisible();
  expect(addresses.filter((url) => url.includes("password"))).toEqual([]);
});

test("a menu that is closed while it still comes in opens again at the next click", async ({
  manager,
  client,
}) => {
  await manager.goto(`/c/${client.id}/library`);
  const menu = manager.getByRole("button", { name: "Ada Lin: account and settings" });
  const entry = manager.getByRole("menuitem", { name: "Sign out" });
  await menu.click();
  await expect(entry).toBeVisible();
  await manager.keyboard.press("Escape");
  await expect(entry).toBeHidden();
  const devtools = await manager.context().newCDPSession(manager);
  await devtools.send("Animation.enable");
  await devtools.send("Animation.setPlaybackRate", { playbackRate: 0.02 });
  // In the very instant in which it begins to come: no hand, but a slow machine is that fast.
  await manager.evaluate(() => {
    new MutationObserver((_, observer) => {
      const menu = document.querySelector("[role=menu]");
      if (!menu || getComputedStyle(menu).animationName === "none") return;
      observer.disconnect();
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    }).observe(document.body, { childList: true, subtree: true, attributes: true });
  });
  await menu.click();
  await expect(menu).toHaveAttribute("data-state", "closed");
  await menu.click();
  await devtools.send("Animation.setPlaybackRate", { playbackRate: 1 });
  await expect(entry).toBeVisible();
});
