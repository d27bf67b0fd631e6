import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { mebibyte, send, sha256, upload } from "./bytes";
import { addFiles, cardOf, isReady } from "./library";
import { makeClip } from "./media";
import { expect, test } from "./own-servers";
import { openScreen, pairScreen, plays } from "./screen";

// Starting servers takes its time on a busy machine.
test.setTimeout(120_000);

test("What is uploaded through one server shows at once on the other, which outlives it", async ({
  home,
  start,
  manager,
  client,
  api,
  browser,
  session,
  screenPage: screen,
}) => {
  const [first, second] = await Promise.all([
    makeClip("First.mp4", { color: "0x30a040" }),
    makeClip("Second.mp4", { color: "0xc03030" }),
  ]);
  const other = await start();
  const context = await browser.newContext({ storageState: session, baseURL: other.url });
  const dashboard = await context.newPage();
  const code = await openScreen(screen, other.url);
  // Paired through one, it is told of it by the other.
  await pairScreen(manager, client, { code, name: "Door" });
  await expect(screen.getByText("Nothing to play yet")).toBeVisible();
  await dashboard.goto(`/c/${client.id}/library`);
  await expect(dashboard.getByText("Your shop window is still empty")).toBeVisible();

  await upload(api, await readFile(first), first);
  await isReady(dashboard, "First.mp4");
  await plays(screen, "First.mp4");

  expect(await home.stop()).toBe(0);
  await addFiles(dashboard, second);
  await isReady(dashboard, "Second.mp4");
  await plays(screen, "Second.mp4");
  await expect(dashboard.getByText("Live", { exact: true })).toBeVisible();
  await context.close();
});

test("After kill -9 the next start loses nothing, neither what was there nor what was under way", async ({
  home,
  start,
  manager,
  client,
  api,
}) => {
  const [there, underWay] = await Promise.all([
    makeClip("There.mp4"),
    makeClip("Under way.mp4", { seconds: 3 }),
  ]);
  const bytes = await readFile(there);
  await upload(api, bytes, there);
  await manager.goto(`/c/${client.id}/library`);
  await isReady(manager, "There.mp4");

  // Three parts, of which one is here.
  const long = randomBytes(20 * mebibyte);
  const data = { name: "Long.bin", sizeBytes: long.length };
  const created = await (await api.post("/api/v1/artifacts", { data })).json();
  const { partSizeBytes, requests } = created.upload.plan;
  const piece = (number: number) =>
    long.subarray((number - 1) * partSizeBytes, number * partSizeBytes);
  expect((await api.put(requests[0].url, { data: piece(1) })).ok()).toBe(true);

  // Completed, and killed in the middle of what follows.
  const { complete } = await send(api, await readFile(underWay), underWay);
  expect((await complete()).ok()).toBe(true);
  await home.stop("SIGKILL");

  const next = await start();
  await manager.goto(`${next.url}/c/${client.id}/library`);
  await isReady(manager, "There.mp4");
  await isReady(manager, "Under way.mp4");
  await expect(cardOf(manager, "Under way.mp4").getByText("0:03")).toBeVisible();

  const progress = await api.get(`${next.url}/api/v1/uploads/${created.upload.id}`);
  const { arrivedParts } = await progress.json();
  expect(arrivedParts).toEqual([{ partNumber: 1, sizeBytes: partSizeBytes }]);
  for (const number of [2, 3]) {
    const sent = await api.put(next.url + requests[number - 1].url, { data: piece(number) });
    expect(sent.ok()).toBe(true);
  }
  const root = `${next.url}/api/v1`;
  const completed = await api.post(`${root}/uploads/${created.upload.id}/complete`, { data: {} });
  expect(completed.ok()).toBe(true);
  await isReady(manager, "Long.bin");

  const { items } = await (await api.get(`${root}/artifacts`)).json();
  const hashes = new Map<string, string>();
  for (const { name, mediaUrl } of items) {
    hashes.set(name, sha256(await (await api.get(next.url + mediaUrl)).body()));
  }
  expect(Object.fromEntries(hashes)).toEqual({
    "There.mp4": sha256(bytes),
    "Under way.mp4": sha256(await readFile(underWay)),
    "Long.bin": sha256(long),
  });
});
