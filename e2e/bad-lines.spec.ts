import { findArtifact, makeFile, mebibyte, sha256, sha256Of } from "./bytes";
import { addFiles, cardOf, choose, isReady, openLibrary, showUploads, uploadOf } from "./library";
import { expect, partsOf, test } from "./on-a-line";

// Five parts, four of them side by side: beyond 32 MiB at least one has arrived.
const big = 40 * mebibyte;
const midway = 36 * mebibyte;

test("An upload that is cut off goes on by itself and sends only what is missing", async ({
  manager,
  client,
  api,
  line,
}) => {
  const path = await makeFile("Autumn.bin", big);
  const parts = partsOf(manager);
  await openLibrary(manager, client);
  const halted = line.haltAfter(midway);
  await addFiles(manager, path);
  await halted;
  await showUploads(manager);
  line.cut();
  const row = uploadOf(manager, "Autumn.bin");
  await expect(row.getByText("Interrupted. Trying again…")).toBeVisible();
  await manager.context().setOffline(true);
  await expect(row.getByText("No connection. Goes on by itself when it is back.")).toBeVisible();
  await expect(manager.getByText("Waiting for the connection")).toBeVisible();
  const before = parts.arrived();
  expect(before.length).toBeGreaterThan(0);
  expect(before.length).toBeLessThan(5);

  parts.forgetSent();
  line.mend();
  await manager.context().setOffline(false);
  await isReady(manager, "Autumn.bin");
  for (const number of before) expect(parts.sent()).not.toContain(number);
  expect(parts.arrived()).toEqual([1, 2, 3, 4, 5]);

  const { mediaUrl } = await findArtifact(api, "Autumn.bin");
  const response = await api.get(mediaUrl);
  expect(sha256(await response.body())).toBe(await sha256Of(path));
});

test("An upload is paused and goes on where it was; another one is cancelled and leaves nothing", async ({
  manager,
  client,
  api,
  line,
}) => {
  const [kept, dropped] = await Promise.all([
    makeFile("Kept.bin", big),
    makeFile("Dropped.bin", big),
  ]);
  const parts = partsOf(manager);
  await openLibrary(manager, client);
  let halted = line.haltAfter(midway);
  await addFiles(manager, kept);
  await halted;
  await showUploads(manager);
  const row = uploadOf(manager, "Kept.bin");
  await row.getByRole("button", { name: "Pause Kept.bin" }).click();
  await expect(row.getByText("Paused", { exact: true })).toBeVisible();
  await expect(manager.getByText("1 upload paused")).toBeVisible();
  const before = parts.arrived();
  expect(before.length).toBeGreaterThan(0);
  parts.forgetSent();
  line.goOn();
  await row.getByRole("button", { name: "Continue Kept.bin" }).click();
  await isReady(manager, "Kept.bin");
  for (const number of before) expect(parts.sent()).not.toContain(number);
  expect((await findArtifact(api, "Kept.bin")).sha256).toBe(await sha256Of(kept));

  halted = line.haltAfter(midway);
  await addFiles(manager, dropped);
  await halted;
  await expect(cardOf(manager, "Dropped.bin").getByText("Uploading")).toBeVisible();
  await uploadOf(manager, "Dropped.bin")
    .getByRole("button", { name: "Cancel Dropped.bin" })
    .click();
  line.goOn();
  await expect(uploadOf(manager, "Dropped.bin")).toBeHidden();
  await expect(cardOf(manager, "Dropped.bin")).toBeHidden();
  await expect.poll(() => findArtifact(api, "Dropped.bin")).toBeUndefined();
});

test("Eleven megabytes arrive whole and come back as they were", async ({ manager, client }) => {
  const path = await makeFile("Eleven.bin", 11_000_000);
  await openLibrary(manager, client);
  await addFiles(manager, path);
  await isReady(manager, "Eleven.bin");
  await expect(cardOf(manager, "Eleven.bin").getByText("11 MB")).toBeVisible();
  const download = manager.waitForEvent("download");
  await choose(manager, "Eleven.bin", "Download");
  const file = await download;
  expect(file.suggestedFilename()).toBe("Eleven.bin");
  expect(await sha256Of(await file.path())).toBe(await sha256Of(path));
});

test("The API refuses eleven megabytes of JSON in words", async ({ api }) => {
  const data = { name: "x".repeat(11_000_000), sizeBytes: 1 };
  const response = await api.post("/api/v1/artifacts", { data });
  expect(response.status()).toBe(413);
  expect(response.headers()["content-type"]).toBe("application/problem+json");
  expect(await response.json()).toMatchObject({ code: "too_large", reason: "body_too_large" });
});

test("Leaving the page is asked about where the browser cannot keep the file", async ({
  manager,
  client,
  line,
}) => {
  await manager.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: null }));
  await openLibrary(manager, client);
  const halted = line.haltAfter(midway);
  await addFiles(manager, await makeFile("Slow.bin", big));
  await halted;
  const question = manager.waitForEvent("dialog");
  await manager.evaluate(() => void setTimeout(() => location.reload()));
  const asked = await question;
  expect(asked.type()).toBe("beforeunload");
  await asked.dismiss();
  line.goOn();
  await isReady(manager, "Slow.bin");
  // Nothing is lost by leaving now, so nobody asks.
  await manager.reload();
  await isReady(manager, "Slow.bin");
});

test("A slow line says how fast it is and how long it still takes", async ({
  manager,
  client,
  line,
}) => {
  await openLibrary(manager, client);
  line.slowDown(3 * mebibyte);
  await addFiles(manager, await makeFile("Narrow.bin", 12 * mebibyte));
  const tray = manager.getByRole("region", { name: "Uploads" });
  await expect(tray.getByText(/ [MK]B\/s$/)).toBeVisible();
  await expect(tray.getByText(/^\d+ s left$/)).toBeVisible();
  line.goOn();
  await isReady(manager, "Narrow.bin");
});
