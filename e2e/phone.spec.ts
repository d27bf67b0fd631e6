import { devices, type Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { furnish } from "./furnish";
import { emptyStops, filledStops, guestStops, type Stop } from "./stops";

test.use({ ...devices["Pixel 7"] });

const small = { width: 360, height: 740 };

/** What sticks out of the screen, sideways, or could be scrolled to there. */
async function wider(page: Page): Promise<string[]> {
  const width = page.viewportSize()?.width ?? 0;
  return await page.evaluate((width) => {
    const found: string[] = [];
    const all = document.scrollingElement?.scrollWidth ?? 0;
    if (all > width) found.push(`the page is ${all} wide`);
    const things = document.querySelectorAll("a, button, input, img, video, p, h1, h2, h3, span");
    for (const thing of things) {
      const { left, right, width: own } = thing.getBoundingClientRect();
      const inside = left >= -0.5 && right <= width + 0.5;
      // Drawn for screen readers only, blurred behind a picture, or moved out until it is focused.
      const hidden = own <= 1 || thing.closest('[aria-hidden="true"], .sr-only, .blur-xl');
      if (!inside && !hidden && thing.checkVisibility({ opacityProperty: true }))
        found.push(`${thing.tagName} "${thing.textContent?.slice(0, 40)}" ${left}…${right}`);
    }
    return found;
  }, width);
}

async function visit(page: Page, stops: Stop[]): Promise<void> {
  const usual = page.viewportSize() ?? small;
  for (const { path, drawn } of stops) {
    await page.goto(path);
    await expect(drawn(page).first(), path).toBeVisible();
    for (const size of [usual, small]) {
      await page.setViewportSize(size);
      expect(await wider(page), `${path} at ${size.width}`).toEqual([]);
    }
    await page.setViewportSize(usual);
  }
}

for (const locale of ["en-US", "zh-CN"]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("nothing is wider than the screen", async ({ api, client, manager, page }) => {
      await manager.goto("/");
      await visit(manager, emptyStops(client.id));
      const furnished = await furnish(api);
      const { version } = (await (await api.get("/api/v1/clients")).json()).items.find(
        ({ id }: { id: string }) => id === client.id,
      );
      const name = "Zum Wilden Mann & Töchter Rösterei Feinkostgewölbe ".repeat(2).trim();
      await api.patch(`/api/v1/clients/${client.id}`, { data: { name, version } });
      await visit(manager, filledStops(client.id, furnished));
      await visit(page, guestStops(furnished));
    });
  });
}

test("a film from the gallery is in the library, and everything is a thumb away", async ({
  client,
  manager,
}) => {
  await manager.setViewportSize(small);
  await manager.goto(`/c/${client.id}/library`);
  await manager.getByRole("button", { name: "Add files" }).tap();
  for (const source of ["Record a video", "Take a photo", "Files"])
    await expect(manager.getByRole("menuitem", { name: source })).toBeVisible();
  const chosen = manager.waitForEvent("filechooser");
  await manager.getByRole("menuitem", { name: "Photos and videos" }).tap();
  const chooser = await chosen;
  expect(chooser.isMultiple()).toBe(true);
  expect(await chooser.element().getAttribute("accept")).toBe("image/*,video/*");
  await chooser.setFiles(["public/samples/coffee.mp4", "app/apple-icon.png"]);
  const uploads = manager.getByRole("region", { name: "Uploads" });
  await expect(uploads.getByText("2 files added")).toBeVisible({ timeout: 30_000 });
  expect(await wider(manager)).toEqual([]);
  await uploads.getByRole("button", { name: "Show each upload" }).tap();
  await expect(uploads.getByRole("listitem")).toHaveCount(2);
  expect(await wider(manager)).toEqual([]);
  await uploads.getByRole("button", { name: "Close the list" }).tap();
  const files = manager.getByRole("list", { name: "Files in the library" });
  await expect(files.getByText("Ready")).toHaveCount(2, { timeout: 30_000 });

  const bar = manager.getByRole("navigation", { name: "Sections" });
  for (const section of ["Screens", "Library"]) {
    const link = bar.getByRole("link", { name: section });
    await link.tap();
    await expect(manager.getByRole("heading", { name: section, level: 1 })).toBeVisible();
    await expect(link).toHaveAttribute("aria-current", "page");
    const { height = 0 } = (await link.boundingBox()) ?? {};
    expect(height).toBeGreaterThanOrEqual(44);
  }
  await bar.getByRole("button", { name: "Add" }).tap();
  const add = manager.getByRole("dialog", { name: "Add from" });
  const taken = manager.waitForEvent("filechooser");
  await add.getByRole("button", { name: "Take a photo" }).tap();
  expect(await (await taken).element().getAttribute("capture")).toBe("environment");
  await bar.getByRole("button", { name: "Search" }).tap();
  await expect(manager.getByRole("dialog", { name: "Search and commands" })).toBeVisible();
  expect(await wider(manager)).toEqual([]);
  await manager.getByRole("button", { name: "Cancel" }).tap();
  await bar.getByRole("button", { name: "More" }).tap();
  const more = manager.getByRole("dialog");
  for (const page of ["People", "Account"])
    await expect(more.getByRole("link", { name: page })).toBeVisible();
  expect(await wider(manager)).toEqual([]);
  await more.getByRole("link", { name: "Settings" }).tap();
  await expect(manager.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
});

test("a phone that lies keeps its height for the page", async ({ client, manager }) => {
  await manager.setViewportSize({ width: 740, height: 360 });
  await manager.goto(`/c/${client.id}/screens`);
  const bar = manager.getByRole("navigation", { name: "Sections" });
  const library = bar.getByRole("link", { name: "Library" });
  await expect(library).toBeVisible();
  const { width = 0, height = 0 } = (await bar.boundingBox()) ?? {};
  expect(width).toBeLessThanOrEqual(90);
  expect(height).toBe(360);
  for (const place of await bar.locator("a, button").all()) {
    const box = await place.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(360);
  }
  expect(await wider(manager)).toEqual([]);
  await library.tap();
  await expect(manager.getByRole("heading", { name: "Library", level: 1 })).toBeVisible();
});

test("who scans the code on a screen pairs it by phone", async ({ client, manager, browser }) => {
  const television = await browser.newPage({
    viewport: { width: 1280, height: 720 },
    isMobile: false,
    hasTouch: false,
  });
  await television.goto("/screen");
  const code = await television.getByTestId("pairing-code").getAttribute("data-code");
  expect(code).toMatch(/^\d{6}$/);
  await manager.goto(`/pair?code=${code}`);
  await expect(manager.getByRole("heading", { name: "Add this screen" })).toBeVisible();
  await expect(manager.getByLabel("Pairing code")).toHaveValue(code ?? "");
  // The administrator has the brands of all stories.
  await manager.getByRole("combobox", { name: "Brand" }).selectOption(client.name);
  await manager.getByLabel("Name").fill("Window");
  await manager.getByRole("button", { name: "Connect screen" }).tap();
  await expect(manager.getByText("“Window” is connected")).toBeVisible();
  await expect(manager.getByText("It is online and ready.")).toBeVisible();
  await expect(television.getByRole("heading", { name: "Nothing to play yet" })).toBeVisible();
  await manager.getByRole("link", { name: "See all screens" }).tap();
  await expect(manager).toHaveURL(`/c/${client.id}/screens`);
  await expect(manager.getByText("1 of 1 screen online")).toBeVisible();
  await television.close();
});
