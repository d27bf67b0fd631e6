import { expect, it, vi } from "vitest";
import { fakeEnv } from "./fake-env";
import { keepQueue } from "./keep-queue";
import { memoryStore } from "./memory-store";
import { createUploadQueue } from "./upload-queue";

const facts = { type: "video/mp4", lastModified: 1_000 };
const film = () => new File(["x".repeat(40)], "Film.mp4", facts);
const dayMs = 24 * 60 * 60 * 1000;

type Browser = ReturnType<typeof memoryStore>;
type Outside = ReturnType<typeof fakeEnv>;

/** A page with the queue of one person. */
function openPage(browser: Browser, { env }: Outside, tabId: string, page: Partial<Page> = {}) {
  const { owner = "ada/shop", room = true, now = 0 } = page;
  const queue = createUploadQueue({ ...env, newId: () => `${tabId}-${env.newId()}` });
  const kept = keepQueue({
    ...{ queue, owner, store: browser.store, tab: browser.openTab(tabId), hash: env.hash },
    hasRoomFor: async () => room,
    now: () => now,
  });
  return { queue, adopt: kept.adopt, phases: () => queue.getSnapshot().items.map((i) => i.phase) };
}

interface Page {
  owner: string;
  room: boolean;
  now: number;
}

/** A page that has sent something of the film when it ends. */
async function endMidway(browser: Browser, outside: Outside, page: Partial<Page> = {}) {
  const { queue } = openPage(browser, outside, "first", page);
  const release = outside.hold();
  queue.add([film()]);
  await vi.waitFor(() => expect([...browser.rows.values()][0]?.fingerprint).toBeDefined());
  const stopped = new Promise<void>((resolve) => {
    queue.subscribe(() => {
      if (queue.getSnapshot().items[0]?.phase === "paused") resolve();
      else if (queue.getSnapshot().items[0]?.sentBytes) queue.pauseAll();
    });
  });
  release();
  await stopped;
  // A page that ends says nothing; what it had paused only for this story goes on.
  for (const row of browser.rows.values()) browser.rows.set(row.id, { ...row, isPaused: false });
  browser.closeTab("first");
}

it("goes on by itself from a copy, with the parts that are missing", async () => {
  const [browser, outside] = [memoryStore(), fakeEnv({ partSizeBytes: 4 })];
  await endMidway(browser, outside);
  const { queue, adopt, phases } = openPage(browser, outside, "second");
  await adopt();
  await vi.waitFor(() => expect(phases()).toEqual(["done"]));
  expect(outside.calls.filter((call) => call === "create Film.mp4")).toHaveLength(1);
  expect(outside.calls).toContain("progress u1");
  expect(queue.getSnapshot().items[0]).toMatchObject({ name: "Film.mp4", artifactId: "a-u1" });
  await vi.waitFor(() => expect(browser.rows.size + browser.copies.size).toBe(0));
});

it("asks for the file again where there was no room, and refuses another one", async () => {
  const [browser, outside] = [memoryStore(), fakeEnv({ partSizeBytes: 4 })];
  await endMidway(browser, outside, { room: false });
  const { queue, adopt, phases } = openPage(browser, outside, "second");
  await adopt();
  expect(phases()).toEqual(["missing"]);
  const id = queue.getSnapshot().items[0]?.id ?? "";
  expect(await queue.give(id, new File(["another size"], "Film.mp4", facts))).toBe(false);
  outside.env.hash = async () => "cd".repeat(32);
  expect(phases()).toEqual(["missing"]);
  expect(await queue.give(id, film())).toBe(true);
  await vi.waitFor(() => expect(phases()).toEqual(["done"]));
  expect(outside.calls.filter((call) => call === "create Film.mp4")).toHaveLength(1);
});

it("takes the same file for the row that waits for it when it is simply added again", async () => {
  const [browser, outside] = [memoryStore(), fakeEnv({ partSizeBytes: 4 })];
  await endMidway(browser, outside, { room: false });
  const { queue, adopt, phases } = openPage(browser, outside, "second");
  await adopt();
  queue.add([film()]);
  await vi.waitFor(() => expect(phases()).toEqual(["done"]));
});

it("leaves alone what another page sends, and takes it up when that is gone", async () => {
  const [browser, outside] = [memoryStore(), fakeEnv()];
  const first = openPage(browser, outside, "first");
  const release = outside.hold();
  first.queue.add([film()]);
  await vi.waitFor(() => expect(browser.copies.size).toBe(1));
  const second = openPage(browser, outside, "second");
  await second.adopt();
  expect(second.phases()).toEqual([]);
  const third = openPage(browser, outside, "third");
  browser.closeTab("first");
  await Promise.all([second.adopt(), third.adopt()]);
  expect([...second.phases(), ...third.phases()]).toHaveLength(1);
  release();
});

it("hears of the end of a page that was still there a moment ago", async () => {
  const [browser, outside] = [memoryStore(), fakeEnv()];
  const release = outside.hold();
  openPage(browser, outside, "first").queue.add([film()]);
  await vi.waitFor(() => expect(browser.copies.size).toBe(1));
  const second = openPage(browser, outside, "second");
  await second.adopt();
  browser.closeTab("first");
  await vi.waitFor(() => expect(second.phases()).toHaveLength(1));
  release();
});

it("shows nothing to another person, nor in another client", async () => {
  const [browser, outside] = [memoryStore(), fakeEnv({ partSizeBytes: 4 })];
  await endMidway(browser, outside);
  for (const owner of ["bo/shop", "ada/other"]) {
    const page = openPage(browser, outside, owner, { owner });
    await page.adopt();
    expect(page.phases()).toEqual([]);
  }
});

it("stays paused, and forgets what lay for more than a week", async () => {
  const [browser, outside] = [memoryStore(), fakeEnv({ partSizeBytes: 4 })];
  await endMidway(browser, outside);
  for (const row of browser.rows.values()) browser.rows.set(row.id, { ...row, isPaused: true });
  const second = openPage(browser, outside, "second");
  await second.adopt();
  expect(second.phases()).toEqual(["paused"]);
  browser.closeTab("second");
  const later = openPage(browser, outside, "later", { now: 8 * dayMs });
  await later.adopt();
  expect(later.phases()).toEqual([]);
  expect(browser.rows.size + browser.copies.size).toBe(0);
});

it("says of a copied file that closing the page loses nothing", async () => {
  const [browser, outside] = [memoryStore(), fakeEnv()];
  const release = outside.hold();
  const { queue } = openPage(browser, outside, "first");
  queue.add([film()]);
  await vi.waitFor(() => expect(queue.getSnapshot().items[0]?.kept).toBe(true));
  queue.cancel(queue.getSnapshot().items[0]?.id ?? "");
  release();
  await vi.waitFor(() => expect(browser.rows.size + browser.copies.size).toBe(0));
});
