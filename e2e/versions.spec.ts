import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { addFiles, cardOf, choose, dropFile, isReady, openLibrary } from "./library";
import { makeClip } from "./media";
import { onGlass, openScreen, pairScreen, plays } from "./screen";

/** Opens a file and, beside it, what is known of it. */
async function openDetails(page: Page, name: string) {
  await page.getByRole("button", { name: `Preview ${name}` }).click();
  const preview = page.getByRole("dialog", { name });
  const details = preview.getByRole("region", { name: "Details" });
  const button = preview.getByRole("button", { name: "Details", exact: true });
  await expect(button).toBeVisible();
  if ((await button.getAttribute("aria-expanded")) !== "true") await button.click();
  await expect(details.getByRole("heading", { name: "Versions" })).toBeVisible();
  return details;
}

/** How long the clip on the glass is, in seconds. */
function lengthOnGlass(screen: Page): Promise<number> {
  return screen.evaluate(() => {
    const layer = document.querySelector("[data-stage=showing]");
    for (const video of layer?.getElementsByTagName("video") ?? []) {
      if (getComputedStyle(video).visibility === "visible") return Math.round(video.duration);
    }
    return 0;
  });
}

test("A file is replaced in its place, restored and cut, and the screen follows each time", async ({
  manager,
  client,
  screenPage: screen,
}) => {
  const [short, long] = await Promise.all([
    makeClip("Menu.mp4", { seconds: 2 }),
    makeClip("Menu new.mp4", { seconds: 4, color: "0x30a040" }),
  ]);
  await openLibrary(manager, client);
  await addFiles(manager, short);
  await isReady(manager, "Menu.mp4");
  await pairScreen(manager, client, { code: await openScreen(screen), name: "Window" });
  await plays(screen, "Menu.mp4");
  await expect.poll(() => lengthOnGlass(screen)).toBe(2);

  await openLibrary(manager, client);
  let details = await openDetails(manager, "Menu.mp4");
  const chooser = manager.waitForEvent("filechooser");
  await details.getByRole("button", { name: "Replace file…" }).click();
  await (await chooser).setFiles(long);
  const versions = details.getByRole("region", { name: "Versions" }).getByRole("listitem");
  await expect(versions.filter({ hasText: "Version 2" }).getByText("Plays now")).toBeVisible({
    timeout: 30_000,
  });
  // The name stays; the bytes are the new ones.
  await expect.poll(() => lengthOnGlass(screen), { timeout: 30_000 }).toBe(4);
  expect((await onGlass(screen))?.name).toBe("Menu.mp4");

  await details.getByRole("button", { name: "Restore version 1" }).click();
  await expect(manager.getByText("Version 1 plays now")).toBeVisible();
  await expect.poll(() => lengthOnGlass(screen), { timeout: 30_000 }).toBe(2);
  await manager.getByRole("button", { name: "Undo" }).click();
  await expect(versions.filter({ hasText: "Version 2" }).getByText("Plays now")).toBeVisible();
  await expect.poll(() => lengthOnGlass(screen), { timeout: 30_000 }).toBe(4);

  await details.getByRole("button", { name: "Compare version 1 with the present one" }).click();
  const compare = manager.getByRole("dialog", { name: "Compare versions" });
  await expect(compare.getByText("0:04")).toBeVisible();
  await expect(compare.getByText("0:02")).toBeVisible();
  await manager.keyboard.press("Escape");
  await expect(compare).toBeHidden();

  await details.getByRole("button", { name: "Trim…" }).click();
  const trim = manager.getByRole("dialog", { name: "Trim “Menu.mp4”" });
  await trim.getByLabel("Start (s)").fill("1");
  await trim.getByRole("button", { name: "Save as new version" }).click();
  await expect(trim).toBeHidden();
  await expect(versions.filter({ hasText: "Version 3" }).getByText("Plays now")).toBeVisible({
    timeout: 60_000,
  });
  await expect.poll(() => lengthOnGlass(screen), { timeout: 30_000 }).toBe(3);

  details = manager.getByRole("region", { name: "Details" });
  await details.getByRole("button", { name: "Delete version 1" }).click();
  await manager.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(versions.filter({ hasText: "Version 1" })).toHaveCount(0);
});

test("A file that is dropped on the open one takes its place, and so does one from the menu", async ({
  manager,
  client,
}) => {
  const [first, second, third] = await Promise.all([
    makeClip("Bread.mp4", { seconds: 2 }),
    makeClip("Bread again.mp4", { seconds: 3, color: "0x30a040" }),
    makeClip("Bread at last.mp4", { seconds: 4, color: "0x3040a0" }),
  ]);
  await openLibrary(manager, client);
  await addFiles(manager, first);
  await isReady(manager, "Bread.mp4");
  await openDetails(manager, "Bread.mp4");
  await dropFile(manager, second, "Drop to replace “Bread.mp4”");
  const versions = manager.getByRole("region", { name: "Versions" }).getByRole("listitem");
  await expect(versions.filter({ hasText: "Version 2" }).getByText("Plays now")).toBeVisible({
    timeout: 30_000,
  });
  await manager.keyboard.press("Escape");

  const chooser = manager.waitForEvent("filechooser");
  await choose(manager, "Bread.mp4", "Replace file…");
  await (await chooser).setFiles(third);
  await expect(cardOf(manager, "Bread.mp4").getByText("0:04")).toBeVisible({ timeout: 30_000 });
  await expect(manager.getByRole("list", { name: "Files in the library" })).not.toContainText(
    "Bread at last",
  );
});

test("A broken replacement changes nothing, and a chosen picture shows at once", async ({
  manager,
  client,
}) => {
  const film = await makeClip("Door.mp4", { seconds: 2 });
  await openLibrary(manager, client);
  await addFiles(manager, film);
  await isReady(manager, "Door.mp4");
  const details = await openDetails(manager, "Door.mp4");
  const chooser = manager.waitForEvent("filechooser");
  await details.getByRole("button", { name: "Replace file…" }).click();
  await (await chooser).setFiles({
    name: "letter.mp4",
    mimeType: "video/mp4",
    buffer: Buffer.from("a letter to the manager, not a film at all"),
  });
  const versions = details.getByRole("region", { name: "Versions" }).getByRole("listitem");
  await expect(versions.filter({ hasText: "Version 2" }).getByText("Not usable")).toBeVisible({
    timeout: 30_000,
  });
  await expect(versions.filter({ hasText: "Version 1" }).getByText("Plays now")).toBeVisible();
  await expect(
    manager.getByText("“letter.mp4” cannot be used; the earlier file stays"),
  ).toBeVisible();

  // Behind the preview, where readers of screens do not look.
  const poster = manager.locator("[role=listitem]:has-text('Door.mp4') img").last();
  const before = await poster.getAttribute("src");
  await details.getByRole("button", { name: "Choose picture…" }).click();
  const dialog = manager.getByRole("dialog", { name: "Choose a picture" });
  await expect
    .poll(() => dialog.locator("video").evaluate((video: HTMLVideoElement) => video.readyState))
    .toBeGreaterThan(1);
  await dialog.locator("video").evaluate(
    (video: HTMLVideoElement) =>
      new Promise((resolve) => {
        video.addEventListener("seeked", resolve, { once: true });
        video.currentTime = 1.5;
      }),
  );
  await dialog.getByRole("button", { name: "Use this picture" }).click();
  await expect(manager.getByText("The picture was changed")).toBeVisible();
  await expect(poster).not.toHaveAttribute("src", before ?? "");

  await details.getByRole("button", { name: "Choose picture…" }).click();
  await dialog.getByRole("button", { name: "Choose automatically" }).click();
  await expect(dialog).toBeHidden();
});
