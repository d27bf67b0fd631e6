import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type FakeGcs, startFakeGcs } from "@/lib/storage/fake-gcs";
import { makeFile, mebibyte } from "./bytes";
import { addFiles, cardOf, isReady, openLibrary } from "./library";
import { makeClip } from "./media";
import { expect, test as stories } from "./own-servers";

const test = stories.extend<{ google: FakeGcs }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names in it
  google: async ({}, use) => {
    const google = await startFakeGcs();
    await use(google);
    await google.stop();
  },
  environment: async ({ google, directory }, use) => {
    const file = join(directory, "key.json");
    await writeFile(file, JSON.stringify({ type: "service_account", ...google.credentials }));
    await use({
      ...{ STORAGE_TYPE: "gcs", GCS_BUCKET_NAME: "media", GCS_CREATE_BUCKET: "true" },
      ...{ GCS_PROJECT_ID: "shop", GOOGLE_APPLICATION_CREDENTIALS: file },
      GCS_API_ENDPOINT: google.apiEndpoint,
    });
  },
});

test("Bytes go straight to Google's bucket, large ones in parts, and come straight from it", async ({
  google,
  manager,
  client,
}) => {
  const traffic: string[] = [];
  manager.on("response", (response) => {
    if (!response.url().startsWith(google.apiEndpoint)) return;
    traffic.push(`${response.request().method()} ${response.status()}`);
  });
  const film = await makeClip("Google.mp4", { seconds: 3 });
  await openLibrary(manager, client);
  await addFiles(manager, [film, await makeFile("Large.bin", 20 * mebibyte)]);
  await isReady(manager, "Google.mp4");
  await isReady(manager, "Large.bin");
  // One PUT for the film, three parts for the other.
  expect(traffic.filter((line) => line === "PUT 200")).toHaveLength(4);
  await cardOf(manager, "Google.mp4").getByRole("button", { name: "Preview Google.mp4" }).click();
  const video = manager.getByRole("dialog", { name: "Google.mp4" }).getByLabel("Google.mp4");
  await expect
    .poll(() => video.evaluate((v: HTMLVideoElement) => v.currentTime))
    .toBeGreaterThan(0);
  expect(traffic).toContain("GET 206");
});
