import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { makeFile, mebibyte } from "./bytes";
import { addFiles, cardOf, isReady, openLibrary } from "./library";
import { makeClip } from "./media";
import { expect, test } from "./own-servers";
import { openScreen, pairScreen, plays } from "./screen";

const { RGW_ENDPOINT = "", RGW_ACCESS_KEY = "", RGW_SECRET_KEY = "" } = process.env;

test.skip(!RGW_ENDPOINT, "there is no S3 server: npm test starts one where Ceph can be installed");

test.use({
  environment: {
    STORAGE_TYPE: "s3",
    S3_ENDPOINT_URL: RGW_ENDPOINT,
    S3_ACCESS_KEY: RGW_ACCESS_KEY,
    S3_SECRET_KEY: RGW_SECRET_KEY,
    S3_BUCKET_NAME: `story-${randomBytes(6).toString("hex")}`,
    S3_CREATE_BUCKET: "true",
  },
});

/** What went between the browser and the bucket, by method and status. */
function trafficOf(page: Page): () => string[] {
  const seen: string[] = [];
  page.on("response", (response) => {
    if (!response.url().startsWith(RGW_ENDPOINT)) return;
    seen.push(`${response.request().method()} ${response.status()}`);
  });
  return () => seen;
}

test("Bytes go straight to the bucket and come straight from it, and stay there when new ones go elsewhere", async ({
  home,
  start,
  manager,
  client,
  screenPage: screen,
}) => {
  const film = await makeClip("Bucket.mp4", { seconds: 4 });
  const big = await makeFile("Large.bin", 20 * mebibyte);
  const traffic = trafficOf(manager);
  const problems: string[] = [];
  manager.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await openLibrary(manager, client);
  await addFiles(manager, [film, big]);
  await isReady(manager, "Bucket.mp4");
  await isReady(manager, "Large.bin");
  // One PUT for the film, three parts for the other.
  expect(traffic().filter((line) => line === "PUT 200")).toHaveLength(4);

  await isPlayed(manager, "Bucket.mp4");
  expect(traffic()).toContain("GET 206");
  expect(problems).toEqual([]);

  const code = await openScreen(screen, home.url);
  await pairScreen(manager, client, { code, name: "Window" });
  await plays(screen, "Bucket.mp4");

  // Another place for what is new; what is there stays where it is, and plays.
  await home.stop();
  const { url } = await start({ STORAGE_TYPE: "local" });
  await manager.goto(`${url}/c/${client.id}/library`);
  const before = traffic().filter((line) => line === "PUT 200").length;
  await addFiles(manager, await makeClip("Disk.mp4", { seconds: 2, color: "0x30a040" }));
  await isReady(manager, "Disk.mp4");
  expect(traffic().filter((line) => line === "PUT 200")).toHaveLength(before);
  await isPlayed(manager, "Disk.mp4");
  await isPlayed(manager, "Bucket.mp4");
});

async function isPlayed(page: Page, name: string): Promise<void> {
  await cardOf(page, name)
    .getByRole("button", { name: `Preview ${name}` })
    .click();
  const video = page.getByRole("dialog", { name }).getByLabel(name);
  await expect
    .poll(() => video.evaluate((v: HTMLVideoElement) => v.currentTime))
    .toBeGreaterThan(0);
  await page.keyboard.press("Escape");
}
