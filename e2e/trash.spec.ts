import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./fixtures";
import { upload } from "./furnish";
import { cardOf, choose, isReady, openLibrary } from "./library";
import { pairScreen } from "./screen";

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

test("Files go with a word about where they were, and the trash keeps them as long as is set", async ({
  api,
  client,
  manager,
}) => {
  await upload(api, "app/apple-icon.png", "door.png");
  await pairScreen(manager, client, { code: await newCode(api), name: "Window" });
  await openLibrary(manager, client);
  await isReady(manager, "door.png");
  await choose(manager, "door.png", "Delete");
  const question = manager.getByRole("alertdialog", { name: "Delete “door.png”?" });
  await expect(question).toContainText("A screen shows it: Window.");
  await question.getByRole("button", { name: "Delete" }).click();
  const said = manager.locator("[data-sonner-toast]", { hasText: "“door.png” deleted" });
  await expect(said).toContainText("No longer on Window");

  await manager.goto(`/c/${client.id}/settings`);
  await manager.getByLabel("Keep deleted files for").selectOption("7 days");
  await expect(manager.getByText("Saved")).toBeVisible();
  await manager.getByRole("link", { name: "Trash" }).click();
  await expect(manager.getByText("Deleted files stay here for 7 days")).toBeVisible();
  await expect(manager.getByText(/ · 7 days left · /)).toBeVisible();
});

async function newCode(api: APIRequestContext): Promise<string> {
  return (await (await api.post("/api/v1/pairings")).json()).code;
}
