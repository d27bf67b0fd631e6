import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { upload } from "./furnish";
import { isReady } from "./library";

const palette = (page: Page) => page.getByRole("dialog", { name: "Search and commands" });
const rows = (page: Page) => palette(page).getByRole("option");

/** Keys are heard once the page lives. */
async function openPalette(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await expect(palette(page)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(palette(page).getByRole("combobox")).toBeFocused();
}

test("a few letters lead to a file, a page and an action", async ({ api, client, manager }) => {
  await upload(api, "app/apple-icon.png", "Winter menu 冬季.png");
  await manager.goto(`/c/${client.id}/people`);
  await openPalette(manager);
  await manager.keyboard.type("winter");
  const file = palette(manager).getByRole("group", { name: "Files" }).getByRole("option");
  await expect(file).toHaveText("Winter menu 冬季.png");
  await expect(file).toHaveAttribute("aria-selected", "true");
  await manager.keyboard.press("Enter");
  await expect(manager.getByRole("dialog", { name: "Winter menu 冬季.png" })).toBeVisible();
  await manager.keyboard.press("Escape");
  await isReady(manager, "Winter menu 冬季.png");

  await openPalette(manager);
  await manager.keyboard.type("pingmu");
  await expect(rows(manager).first()).toHaveText("Screens");
  await manager.keyboard.press("Enter");
  await expect(manager.getByRole("heading", { name: "Set up your first screen" })).toBeVisible();

  await openPalette(manager);
  await manager.keyboard.type("invite");
  await expect(rows(manager).first()).toHaveText("Invite somebody");
  await manager.keyboard.press("Enter");
  await expect(manager.getByRole("dialog", { name: "Invite somebody" })).toBeVisible();
  await manager.keyboard.press("Escape");

  // What was used last comes first.
  await openPalette(manager);
  const recent = palette(manager).getByRole("group", { name: "Used last" }).getByRole("option");
  await expect(recent).toHaveText(["Invite somebody", "Screens"]);
  await manager.keyboard.press("ArrowDown");
  await expect(recent.last()).toHaveAttribute("aria-selected", "true");
  await manager.keyboard.press("ArrowUp");
  await manager.keyboard.type("zzzz");
  await expect(palette(manager).getByText("Nothing fits that.")).toBeVisible();
  await manager.keyboard.press("Escape");
  await expect(palette(manager)).toBeHidden();
});

test("the list of shortcuts is behind ?, but not while typing", async ({ client, manager }) => {
  await manager.goto(`/c/${client.id}/settings`);
  const help = manager.getByRole("dialog", { name: "Keyboard shortcuts" });
  await openPalette(manager);
  await manager.keyboard.type("?");
  await expect(palette(manager).getByRole("combobox")).toHaveValue("?");
  await expect(help).toBeHidden();
  await manager.keyboard.press("Escape");
  await expect(palette(manager)).toBeHidden();
  await manager.keyboard.press("Shift+?");
  await expect(help.getByText("Search and commands")).toBeVisible();
  await manager.keyboard.press("Escape");
  await expect(help).toBeHidden();
});

test("appearance and language change from the palette", async ({ manager }) => {
  await manager.goto("/account");
  await openPalette(manager);
  await manager.keyboard.type("dark");
  await manager.keyboard.press("Enter");
  await expect(manager.locator("html")).toHaveAttribute("data-theme", "dark");
  await openPalette(manager);
  await manager.keyboard.type("中文");
  await manager.keyboard.press("Enter");
  await expect(manager.getByRole("button", { name: "搜索与命令" })).toBeVisible();
});
