import { expect, test } from "./fixtures";
import { upload } from "./furnish";
import { cardOf, choose, isReady, openLibrary } from "./library";

test("What was deleted is brought back from the trash, or deleted for good", async ({
  api,
  client,
  manager,
}) => {
  await upload(api, "app/apple-icon.png", "kept.png");
  await upload(api, "app/apple-icon.png", "gone.png");
  await openLibrary(manager, client);
  for (const name of ["kept.png", "gone.png"]) {
    await isReady(manager, name);
    await choose(manager, name, "Delete");
    await expect(cardOf(manager, name)).toBeHidden();
  }
  await manager.getByRole("link", { name: "Trash" }).click();
  const row = (name: string) =>
    manager.getByRole("list", { name: "Trash" }).getByRole("listitem").filter({ hasText: name });
  await expect(row("gone.png")).toBeVisible();
  await manager.getByRole("button", { name: "Restore kept.png" }).click();
  await expect(row("kept.png")).toBeHidden();

  await manager.getByRole("button", { name: "Delete gone.png for good" }).click();
  const question = manager.getByRole("alertdialog", { name: "Delete “gone.png” for good?" });
  await question.getByRole("button", { name: "Delete for good" }).click();
  await expect(manager.getByRole("heading", { name: "The trash is empty" })).toBeVisible();
  await manager.getByRole("link", { name: "Library" }).first().click();
  await expect(cardOf(manager, "kept.png")).toBeVisible();
  await expect(cardOf(manager, "gone.png")).toBeHidden();
});
