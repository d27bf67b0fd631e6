import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, test } from "./fixtures";
import {
  addFiles,
  cardOf,
  choose,
  dropFile,
  isReady,
  openLibrary,
  remove,
  rename,
} from "./library";
import { makeClip } from "./media";
import { isGone, onGlass, openScreen, pairScreen, plays } from "./screen";

// A film of the screen is made meanwhile, which is work for a busy machine.
test.setTimeout(120_000);

test("A video is listed with its facts, previewed, sought in, and renamed", async ({
  manager,
  client,
}) => {
  const clip = await makeClip("Lunch menu.mp4", { seconds: 4 });
  await openLibrary(manager, client);
  await dropFile(manager, clip);

  const card = cardOf(manager, "Lunch menu.mp4");
  await isReady(manager, "Lunch menu.mp4");
  await expect(card.getByText("0:04")).toBeVisible();
  await expect(card.getByText(/^[\d.]+ kB · 640 × 360$/)).toBeVisible();
  const poster = card.getByRole("presentation").last();
  await expect
    .poll(() => poster.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100);

  const statuses = statusesOfMedia(manager);
  await card.getByRole("button", { name: "Preview Lunch menu.mp4" }).click();
  const preview = manager.getByRole("dialog", { name: "Lunch menu.mp4" });
  const video = preview.getByLabel("Lunch menu.mp4");
  await expect
    .poll(() => video.evaluate((v: HTMLVideoElement) => v.currentTime))
    .toBeGreaterThan(0);
  const at = await video.evaluate(async (v: HTMLVideoElement) => {
    v.pause();
    v.currentTime = 3;
    await new Promise((resolve) => v.addEventListener("seeked", resolve, { once: true }));
    return v.currentTime;
  });
  expect(at).toBeCloseTo(3, 1);
  expect(statuses()).toContain(206);
  await expect(preview.getByText("Video (video/mp4)")).toBeVisible();
  await manager.keyboard.press("Escape");
  await expect(preview).toBeHidden();

  await rename(manager, "Lunch menu.mp4", "Dinner menu");
  await expect(cardOf(manager, "Dinner menu.mp4")).toBeVisible();
  await expect(card).toBeHidden();
});

test("A screen is paired by six digits and plays what is there, what is added, and nothing that is deleted", async ({
  manager,
  client,
  screenPage: screen,
}) => {
  const [red, green] = await Promise.all([
    makeClip("Red.mp4", { color: "0xc03030" }),
    makeClip("Green.mp4", { color: "0x30a040" }),
  ]);
  await openLibrary(manager, client);
  await addFiles(manager, red);
  await isReady(manager, "Red.mp4");

  const code = await openScreen(screen);
  expect(code).toMatch(/^\d{6}$/);
  await pairScreen(manager, client, { code, name: "Window, left" });
  await plays(screen, "Red.mp4");

  const seen = manager.getByRole("listitem").filter({ hasText: "Window, left" });
  await expect(seen.getByText("Online", { exact: true })).toBeVisible();
  await expect(seen.getByText("Playing now: Red.mp4")).toBeVisible();
  await expect(manager.getByText("1 of 1 screen online")).toBeVisible();

  // The next one is added by an empty form again.
  await manager.getByRole("button", { name: "Add screen" }).click();
  await expect(manager.getByLabel("Pairing code")).toHaveValue("");
  await manager.keyboard.press("Escape");
  await expect(manager.getByRole("dialog")).toBeHidden();

  // From here on nothing of the screen is loaded anew.
  const reloads: string[] = [];
  screen.on("load", () => reloads.push("load"));
  await manager.getByRole("link", { name: "Library" }).first().click();
  const complete = manager.waitForResponse(/\/uploads\/[^/]+\/complete$/);
  await addFiles(manager, green);
  await complete;
  const completeAt = Date.now();
  measured("upload complete → plays", (await plays(screen, "Green.mp4")) - completeAt);

  const frames = await filmOf(screen, async () => {
    for (const name of ["Red.mp4", "Green.mp4", "Red.mp4", "Green.mp4"]) await plays(screen, name);
  });
  expect(frames.length).toBeGreaterThan(8);
  for (const { brightest, darkest } of frames) {
    expect(brightest, "no black picture").toBeGreaterThan(100);
    expect(darkest, "no white picture").toBeLessThan(120);
  }

  await isReady(manager, "Green.mp4");
  await plays(screen, "Green.mp4");
  const trashed = manager.waitForRequest(/\/artifacts\/trash$/);
  await choose(manager, "Green.mp4", "Delete");
  const question = manager.getByRole("alertdialog", { name: "Delete “Green.mp4”?" });
  // Whether it plays right now the server hears a moment later.
  await expect(question).toContainText(
    /(plays on a screen right now|screen shows it): Window, left\./,
  );
  await plays(screen, "Green.mp4");
  const clicked = question.getByRole("button", { name: "Delete" }).click();
  await trashed;
  const deletedAt = Date.now();
  measured("delete → gone", (await isGone(screen, "Green.mp4")) - deletedAt);
  await clicked;
  await expect(cardOf(manager, "Green.mp4")).toBeHidden();
  await plays(screen, "Red.mp4");

  const restored = manager.waitForRequest(/\/artifacts\/restore$/);
  await manager.getByRole("button", { name: "Undo" }).click();
  await restored;
  const restoredAt = Date.now();
  measured("undo → plays again", (await plays(screen, "Green.mp4")) - restoredAt);
  await expect(cardOf(manager, "Green.mp4")).toBeVisible();
  expect(reloads).toEqual([]);

  await remove(manager, "Green.mp4");
  await remove(manager, "Red.mp4");
  await expect(screen.getByText("Nothing to play yet")).toBeVisible();
  expect(await onGlass(screen)).toBeUndefined();
});

/** Statuses of the answers with media, from now on. */
function statusesOfMedia(page: Page): () => number[] {
  const statuses: number[] = [];
  page.on("response", (response) => {
    if (response.url().includes("/media/")) statuses.push(response.status());
  });
  return () => statuses;
}

function measured(what: string, ms: number): void {
  console.log(`  ${what}: ${ms} ms`);
  test.info().annotations.push({ type: what, description: `${ms} ms` });
}

interface Frame {
  /** Of the mean red, green and blue: a black picture has none. */
  brightest: number;
  /** A white picture has much of each. */
  darkest: number;
}

/** Every picture that the browser puts on the screen meanwhile. */
async function filmOf(page: Page, meanwhile: () => Promise<void>): Promise<Frame[]> {
  const pictures: Buffer[] = [];
  const session = await page.context().newCDPSession(page);
  session.on("Page.screencastFrame", ({ data, sessionId }) => {
    pictures.push(Buffer.from(data, "base64"));
    session.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
  });
  await session.send("Page.startScreencast", { format: "jpeg", quality: 50, maxWidth: 320 });
  await meanwhile();
  await session.send("Page.stopScreencast");
  await session.detach();
  return Promise.all(
    pictures.map(async (picture) => {
      const { channels } = await sharp(picture).stats();
      const means = channels.map(({ mean }) => mean);
      return { brightest: Math.max(...means), darkest: Math.min(...means) };
    }),
  );
}
