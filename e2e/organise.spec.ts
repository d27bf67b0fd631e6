import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { upload } from "./furnish";
import { cardOf, choose, isReady, openLibrary } from "./library";

const strip = (page: Page) => page.getByRole("navigation", { name: "Collections" });

test("Tags are made, given to many, found by, renamed for all and taken back", async ({
  api,
  client,
  manager,
}) => {
  const names = ["one.png", "two.png", "three.png"];
  for (const name of names) await upload(api, "app/apple-icon.png", name);
  await openLibrary(manager, client);
  for (const name of names) await isReady(manager, name);

  await manager.getByRole("checkbox", { name: "Select one.png" }).check();
  await manager.getByRole("checkbox", { name: "Select two.png" }).check();
  await manager.getByRole("toolbar").getByRole("button", { name: "Tags" }).click();
  const dialog = manager.getByRole("dialog", { name: "Tags of 2 files" });
  await dialog.getByLabel("Find or make a tag").fill("夏季");
  await dialog.getByRole("button", { name: "Make the tag “夏季”" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(manager.getByText("Tags of 2 files changed")).toBeVisible();
  await expect(cardOf(manager, "one.png").getByText("夏季")).toBeVisible();
  await expect(cardOf(manager, "three.png").getByText("夏季")).toHaveCount(0);

  await manager.getByRole("button", { name: "Clear selection" }).click();
  await manager.getByRole("searchbox", { name: "Search the library" }).fill("夏");
  await expect(cardOf(manager, "three.png")).toBeHidden();
  await expect(cardOf(manager, "two.png")).toBeVisible();
  await manager.getByRole("searchbox", { name: "Search the library" }).fill("");
  await expect(cardOf(manager, "three.png")).toBeVisible();

  await choose(manager, "one.png", "Tags");
  await manager.getByRole("button", { name: "Manage tags" }).click();
  const tags = manager.getByRole("dialog", { name: "Manage tags" });
  await tags.getByLabel("Name of the tag 夏季").fill("Summer");
  await tags.getByRole("button", { name: "Rename" }).click();
  await expect(tags.getByLabel("Name of the tag Summer")).toBeVisible();
  await tags.getByRole("button", { name: "Delete the tag Summer" }).click();
  await expect(tags.getByText("There are no tags yet")).toBeVisible();
  const deleted = manager
    .locator("[data-sonner-toast]")
    .filter({ hasText: "Tag “Summer” deleted" });
  await deleted.getByRole("button", { name: "Undo" }).click();
  await expect(tags.getByLabel("Name of the tag Summer")).toBeVisible();
  await manager.keyboard.press("Escape");
  await expect(cardOf(manager, "two.png").getByText("Summer")).toBeVisible();
});

test("Files are dragged into a collection, which others see at once", async ({
  api,
  browser,
  client,
  contextOptions,
  manager,
  session,
}) => {
  for (const name of ["one.png", "two.png"]) await upload(api, "app/apple-icon.png", name);
  const context = await browser.newContext({ ...contextOptions, storageState: session });
  const other = await context.newPage();
  await openLibrary(other, client);
  await openLibrary(manager, client);
  for (const name of ["one.png", "two.png"]) await isReady(manager, name);

  await strip(manager).getByRole("button", { name: "New collection" }).click();
  const naming = manager.getByRole("dialog", { name: "New collection" });
  await naming.getByLabel("Name").fill("Shop window");
  await naming.getByRole("button", { name: "Save" }).click();
  await expect(manager.getByText("Nothing in here yet")).toBeVisible();
  await strip(manager).getByRole("button", { name: "All files" }).click();

  const chip = strip(manager).getByRole("button", { name: "Shop window" });
  await cardOf(manager, "one.png").dragTo(chip);
  await expect(manager.getByText("1 file is in “Shop window” now")).toBeVisible();
  await expect(strip(other).getByRole("button", { name: "Shop window 1" })).toBeVisible();

  await choose(manager, "two.png", "Add to collection");
  const adding = manager.getByRole("dialog", { name: "Add “two.png” to …" });
  await adding.getByRole("button", { name: "Shop window" }).click();
  await expect(strip(other).getByRole("button", { name: "Shop window 2" })).toBeVisible();

  await cardOf(manager, "one.png").hover();
  await manager.getByRole("button", { name: "Favourite one.png" }).click();
  await strip(manager).getByRole("button", { name: "Favourites" }).click();
  await expect(cardOf(manager, "one.png")).toBeVisible();
  await expect(cardOf(manager, "two.png")).toBeHidden();

  await chip.click();
  await expect(cardOf(manager, "two.png")).toBeVisible();
  await strip(manager).getByRole("button", { name: "Delete the collection Shop window" }).click();
  await expect(chip).toBeHidden();
  await expect(strip(other).getByRole("button", { name: /^Shop window/ })).toBeHidden();
  const deleted = manager
    .locator("[data-sonner-toast]")
    .filter({ hasText: "Collection “Shop window” deleted" });
  await deleted.getByRole("button", { name: "Undo" }).click();
  await expect(strip(other).getByRole("button", { name: "Shop window 2" })).toBeVisible();
  await context.close();
});
