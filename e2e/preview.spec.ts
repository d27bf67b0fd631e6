import { readFile } from "node:fs/promises";
import { devices, type Locator, type Page } from "@playwright/test";
import sharp from "sharp";
import { findArtifact, upload } from "./bytes";
import { expect, test } from "./fixtures";
import { makeClip } from "./media";

type Client = { id: string };

async function open(page: Page, client: Client, id: string, name: string): Promise<Locator> {
  await page.goto(`/c/${client.id}/library?preview=${id}`);
  const preview = page.getByRole("dialog", { name });
  await expect(preview).toBeVisible();
  return preview;
}

async function moment(video: Locator): Promise<number> {
  return video.evaluate((v: HTMLVideoElement) => v.currentTime);
}

test("A film is played, stepped through, scrubbed by thumbnails, and its history is told", async ({
  manager,
  client,
  api,
}) => {
  const name = "Lunch menu.mp4";
  const path = await makeClip(name, { seconds: 4 });
  const id = await upload(api, await readFile(path), path);
  await expect
    .poll(
      async () => (await (await api.get(`/api/v1/artifacts/${id}/details`)).json()).storyboard,
      {
        timeout: 30_000,
      },
    )
    .toMatchObject({ columns: 8, rows: 1, tileWidth: 160, tileHeight: 90, intervalMs: 500 });

  const preview = await open(manager, client, id, name);
  const { keyboard } = manager;
  const video = preview.getByLabel(name, { exact: true });
  await expect.poll(() => moment(video)).toBeGreaterThan(0);
  await expect(preview.getByText("25 fps")).toBeVisible();
  await keyboard.press("k");
  await expect(preview.getByRole("button", { name: "Play", exact: true })).toBeVisible();

  const slider = preview.getByRole("slider", { name: "Position" });
  await slider.focus();
  await keyboard.press("Home");
  await expect.poll(() => moment(video)).toBe(0);
  await keyboard.press("ArrowRight");
  await expect.poll(() => moment(video)).toBe(1);
  await expect(slider).toHaveAttribute("aria-valuetext", "0:01 of 0:04");
  await keyboard.press(".");
  await expect.poll(() => moment(video)).toBeCloseTo(26.5 / 25, 3);
  await keyboard.press(",");
  await expect.poll(() => moment(video)).toBeCloseTo(25.5 / 25, 3);

  await slider.hover({ position: { x: 10, y: 5 } });
  const thumbnail = preview.getByTestId("scrub-thumbnail");
  await expect(thumbnail).toBeVisible();
  const first = await thumbnail.evaluate((tile) => tile.style.backgroundPosition);
  const { width = 0 } = (await slider.boundingBox()) ?? {};
  await slider.hover({ position: { x: width * 0.9, y: 5 } });
  await expect
    .poll(() => thumbnail.evaluate((tile) => tile.style.backgroundPosition))
    .not.toBe(first);
  await slider.click({ position: { x: width / 2, y: 5 } });
  await expect.poll(() => moment(video)).toBeCloseTo(2, 0);

  await preview.getByRole("button", { name: "Speed: 1×" }).click();
  await manager.getByRole("menuitemradio", { name: "0.5×" }).click();
  await expect(preview.getByRole("button", { name: "Speed: 0.5×" })).toBeVisible();
  expect(await video.evaluate((v: HTMLVideoElement) => v.playbackRate)).toBe(0.5);
  await preview.getByRole("button", { name: "Repeat" }).click();
  expect(await video.evaluate((v: HTMLVideoElement) => v.loop)).toBe(true);

  await expect(preview.getByText("Ada Lin finished uploading it")).toBeVisible();
  const { version } = await findArtifact(api, name);
  await api.patch(`/api/v1/artifacts/${id}`, { data: { name: "Dinner.mp4", version } });
  const renamed = manager.getByRole("dialog", { name: "Dinner.mp4" });
  await expect(
    renamed.getByText("Ada Lin renamed it from “Lunch menu.mp4” to “Dinner.mp4”"),
  ).toBeVisible();
});

test("A picture is zoomed, a sound is seen, and a text is only read", async ({
  manager,
  client,
  api,
}) => {
  const side = { width: 2400, height: 1600, channels: 3, background: "#2a6f97" } as const;
  const picture = await sharp({ create: side }).png().toBuffer();
  const pictureId = await upload(api, picture, "Poster.png");
  const html = "<h1>No heading</h1><script>document.title = 'ran'</script>\nsecond line";
  const textId = await upload(api, Buffer.from(html), "page.html");
  // 夏季促销, as Chinese Windows writes it.
  const gbk = Buffer.from([0xcf, 0xc4, 0xbc, 0xbe, 0xb4, 0xd9, 0xcf, 0xfa]);
  const gbkId = await upload(api, gbk, "old.txt");
  const soundId = await upload(api, toneOf(2), "Jingle.wav");
  await expect
    .poll(async () => (await findArtifact(api, "Jingle.wav")).status, { timeout: 30_000 })
    .toBe("AVAILABLE");

  const image = await open(manager, client, pictureId, "Poster.png");
  const { keyboard } = manager;
  const share = image.getByRole("status");
  await expect(share).toHaveText(/^[2-9]\d%$/);
  const fitting = await share.textContent();
  await keyboard.press("1");
  await expect(share).toHaveText("100%");
  await keyboard.press("+");
  await expect(share).toHaveText("150%");
  await image.getByRole("button", { name: "Fit to the window" }).click();
  await expect(share).toHaveText(fitting ?? "");
  await image.getByRole("img", { name: "Poster.png" }).dblclick();
  await expect(share).toHaveText("100%");

  const text = await open(manager, client, textId, "page.html");
  await expect(text.getByText("<h1>No heading</h1>", { exact: false })).toBeVisible();
  await expect(text.getByText("2 lines · UTF-8")).toBeVisible();
  expect(await manager.title()).not.toBe("ran");
  await expect(text.getByRole("heading", { name: "No heading" })).toBeHidden();
  const old = await open(manager, client, gbkId, "old.txt");
  await expect(old.getByText("夏季促销")).toBeVisible();

  const sound = await open(manager, client, soundId, "Jingle.wav");
  await expect(sound.getByTestId("waveform")).toBeVisible();
  const slider = sound.getByRole("slider", { name: "Position" });
  await expect(slider).toHaveAttribute("aria-valuemax", "2");
  await slider.focus();
  await keyboard.press("End");
  await expect(slider).toHaveAttribute("aria-valuetext", "0:02 of 0:02");
});

test.describe("on a phone", () => {
  const { defaultBrowserType: _, ...phone } = devices["Pixel 7"];
  test.use(phone);

  test("the preview is swiped to its neighbours and away", async ({ manager, client, api }) => {
    const size = { width: 900, height: 1600, channels: 3, background: "#b5651d" } as const;
    const picture = await sharp({ create: size }).png().toBuffer();
    await upload(api, picture, "first.png");
    const id = await upload(api, picture, "second.png");
    await expect
      .poll(async () => (await findArtifact(api, "second.png")).status, { timeout: 30_000 })
      .toBe("AVAILABLE");
    const second = await open(manager, client, id, "second.png");
    await expect(second.getByRole("img", { name: "second.png" })).toBeVisible();
    await expect(second.getByText("1 of 2")).toBeVisible();

    await second.getByRole("button", { name: "Details" }).tap();
    await expect(second.getByRole("region", { name: "Details" })).toBeVisible();
    await manager.keyboard.press("Escape");
    await expect(second.getByRole("region", { name: "Details" })).toBeHidden();

    await swipe(manager, { x: 320, y: 400 }, { x: 60, y: 410 });
    const first = manager.getByRole("dialog", { name: "first.png" });
    await expect(first).toBeVisible();
    await swipe(manager, { x: 60, y: 400 }, { x: 320, y: 410 });
    await expect(second).toBeVisible();

    await swipe(manager, { x: 200, y: 250 }, { x: 205, y: 600 });
    await expect(manager.getByRole("dialog")).toBeHidden();
  });
});

async function swipe(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  const finger = await page.context().newCDPSession(page);
  const touch = (
    type: "touchStart" | "touchMove" | "touchEnd",
    points: { x: number; y: number }[],
  ) => finger.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await touch("touchStart", [from]);
  for (const share of [0.25, 0.5, 0.75, 1]) {
    const x = from.x + (to.x - from.x) * share;
    const y = from.y + (to.y - from.y) * share;
    await touch("touchMove", [{ x, y }]);
  }
  await touch("touchEnd", []);
  await finger.detach();
}

/** A tone of 440 Hz as a WAV of 8,000 samples a second. */
function toneOf(seconds: number): Buffer {
  const rate = 8000;
  const samples = Buffer.alloc(rate * seconds);
  for (let at = 0; at < samples.length; at += 1)
    samples[at] = 128 + Math.round(100 * Math.sin((2 * Math.PI * 440 * at) / rate));
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}
