import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { upload } from "./furnish";
import { cardOf, isReady, openLibrary } from "./library";
import { join } from "./people";

const panel = (page: Page) => page.getByRole("dialog", { name: "Views" });
const rowOf = (page: Page, name: string) =>
  panel(page).getByRole("button", { name: new RegExp(`^${name}`) });

async function openViews(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Views/ }).click();
  await expect(panel(page)).toBeVisible();
}

async function choose(page: Page, name: string, action: string): Promise<void> {
  await openViews(page);
  await panel(page)
    .getByRole("button", { name: `More for ${name}` })
    .click();
  await page.getByRole("menuitem", { name: action }).click();
}

test("A search is kept under a name, shared, renamed, deleted and brought back", async ({
  manager,
  client,
  api,
  browser,
}) => {
  await upload(api, "app/apple-icon.png", "Door.png");
  await upload(api, "public/samples/coffee.mp4", "Coffee.mp4");
  const viewer = await (await browser.newContext()).newPage();
  await join(api, viewer, { name: "Bo Chen", role: "VIEWER" });
  await isReady(viewer, "Door.png");
  await openLibrary(manager, client);
  await isReady(manager, "Door.png");

  await manager.getByRole("button", { name: "Filters" }).click();
  await manager.getByRole("button", { name: "Pictures" }).click();
  await manager.keyboard.press("Escape");
  await expect(cardOf(manager, "Coffee.mp4")).toBeHidden();
  await openViews(manager);
  await panel(manager).getByRole("button", { name: "Save this view…" }).click();
  const dialog = manager.getByRole("dialog", { name: "Save this view" });
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await manager.keyboard.type("Stills");
  await dialog.getByLabel("Share with everyone").check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(manager.getByRole("button", { name: "Views: Stills" })).toBeFocused();

  // Whom it is shared with sees the same by it, and may only look.
  await openViews(viewer);
  await rowOf(viewer, "Stills").click();
  await expect(cardOf(viewer, "Coffee.mp4")).toBeHidden();
  await expect(cardOf(viewer, "Door.png")).toBeVisible();
  await expect(viewer).toHaveURL(/\?kind=image&sort=newest$/);
  await viewer.reload();
  await expect(viewer.getByRole("button", { name: "Views: Stills" })).toBeVisible();
  await expect(cardOf(viewer, "Door.png")).toBeVisible();
  await openViews(viewer);
  await expect(panel(viewer).getByRole("button", { name: "More for Stills" })).toBeHidden();

  await choose(manager, "Stills", "Rename…");
  const renaming = manager.getByRole("dialog", { name: "Rename this view" });
  await renaming.getByLabel("Name").fill("Pictures of doors");
  await renaming.getByRole("button", { name: "Save" }).click();
  await expect(rowOf(viewer, "Pictures of doors")).toBeVisible();
  await openViews(manager);
  await rowOf(manager, "All files").click();
  await expect(cardOf(manager, "Coffee.mp4")).toBeVisible();
  await manager.goBack();
  await expect(manager.getByRole("button", { name: "Views: Pictures of doors" })).toBeVisible();

  await choose(manager, "Pictures of doors", "Delete");
  await expect(rowOf(viewer, "Pictures of doors")).toBeHidden();
  await manager.getByRole("button", { name: "Undo" }).click();
  await expect(rowOf(viewer, "Pictures of doors")).toBeVisible();
  await viewer.context().close();
});
