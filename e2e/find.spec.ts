import { expect, test } from "./fixtures";
import { upload } from "./furnish";
import { cardOf, isReady, openLibrary } from "./library";

test("Files are found as one types, narrowed, ordered, and the address says it all", async ({
  api,
  client,
  manager,
}) => {
  await upload(api, "app/apple-icon.png", "Café 2.png");
  await upload(api, "app/apple-icon.png", "Coffee 10.png");
  await upload(api, "public/samples/coffee.mp4", "咖啡促销.mp4");
  await openLibrary(manager, client);
  await isReady(manager, "咖啡促销.mp4");

  const search = manager.getByRole("searchbox", { name: "Search the library" });
  await manager.keyboard.press("/");
  await expect(search).toBeFocused();
  await manager.keyboard.type("cafe");
  await expect(cardOf(manager, "Coffee 10.png")).toBeHidden();
  await expect(cardOf(manager, "Café 2.png")).toBeVisible();
  await search.fill("咖");
  await expect(cardOf(manager, "咖啡促销.mp4")).toBeVisible();
  await expect(cardOf(manager, "Café 2.png")).toBeHidden();
  await search.fill("nowhere");
  await expect(manager.getByRole("heading", { name: "Nothing matches “nowhere”" })).toBeVisible();
  await manager.getByRole("button", { name: "Clear all" }).click();
  await expect(search).toHaveValue("");
  await expect(cardOf(manager, "Café 2.png")).toBeVisible();

  await manager.getByRole("button", { name: "Filters", exact: true }).click();
  await manager.getByRole("button", { name: "Pictures" }).click();
  await expect(cardOf(manager, "咖啡促销.mp4")).toBeHidden();
  await manager.keyboard.press("Escape");
  expect(new URL(manager.url()).search).toBe("?kind=image");
  await manager.reload();
  await expect(cardOf(manager, "Café 2.png")).toBeVisible();
  await expect(cardOf(manager, "咖啡促销.mp4")).toBeHidden();
  await manager.getByRole("button", { name: "Remove filter Pictures" }).click();
  await expect(cardOf(manager, "咖啡促销.mp4")).toBeVisible();
  await manager.goBack();
  await expect(cardOf(manager, "咖啡促销.mp4")).toBeHidden();
  await manager.getByRole("button", { name: "Clear all" }).click();

  await manager.getByRole("button", { name: /^Order: / }).click();
  await manager.getByRole("menuitemradio", { name: "Name" }).click();
  await manager.getByRole("button", { name: "Show as a table" }).click();
  const rows = manager.getByRole("table").getByRole("row");
  await expect(rows.nth(1)).toContainText("咖啡促销.mp4");
  await expect(rows.nth(2)).toContainText("Café 2.png");
  await expect(rows.nth(3)).toContainText("Coffee 10.png");
  // The shape and the order are kept for the next visit.
  await openLibrary(manager, client);
  await expect(manager.getByRole("table")).toBeVisible();
  await expect(manager.getByRole("button", { name: "Order: Name" })).toBeVisible();
});

test("Of thousands only what is near is drawn, and keys and fingers go through all", async ({
  api,
  client,
  manager,
}) => {
  const made: Promise<unknown>[] = [];
  for (let number = 1; number <= 130; number += 1) {
    const data = { name: `ad ${number}.png`, contentType: "image/png", sizeBytes: 10 };
    made.push(api.post("/api/v1/artifacts", { data }));
    if (number % 10 === 0) await Promise.all(made.splice(0));
  }
  await openLibrary(manager, client);
  const items = manager.getByRole("list", { name: "Files in the library" }).getByRole("listitem");
  await expect(items.first()).toBeVisible();
  expect(await items.count()).toBeLessThan(60);

  const opener = (place: number) => manager.locator(`[data-item="${place}"]`);
  await opener(0).focus();
  await manager.keyboard.press("ArrowRight");
  await expect(opener(1)).toBeFocused();
  await manager.keyboard.press("Space");
  await manager.keyboard.press("Shift+ArrowRight");
  await expect(manager.getByText("2 selected")).toBeVisible();
  await manager.keyboard.press("Escape");
  await expect(manager.getByText("2 selected")).toBeHidden();
  // End leads to the last that was read, and has more read: pressed again, it comes to the last.
  await expect(async () => {
    await manager.keyboard.press("End");
    await expect(opener(129)).toBeFocused({ timeout: 1000 });
  }).toPass();
  await expect(opener(0)).toHaveCount(0);
  await manager.keyboard.press("Home");
  await expect(opener(0)).toBeFocused();
});
