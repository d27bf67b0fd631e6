import { describe, expect, it } from "vitest";
import { fakeEnv } from "./fake-env";
import type { UploadItem } from "./upload-item";
import { createUploadQueue, type UploadQueue } from "./upload-queue";

const network = { kind: "network" } as const;

function file(name: string, sizeBytes = 10): File {
  return new File(["x".repeat(sizeBytes)], name, { type: "video/mp4" });
}

function item(queue: UploadQueue, index = 0): UploadItem {
  const found = queue.getSnapshot().items[index];
  if (!found) throw new Error(`no item ${index}`);
  return found;
}

/** Resolves when the queue looks like that. */
function until(queue: UploadQueue, wanted: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!wanted()) return;
      stop();
      resolve();
    };
    const stop = queue.subscribe(look);
    look();
  });
}

const phases = (queue: UploadQueue) => queue.getSnapshot().items.map(({ phase }) => phase);

it("sends a small file by one PUT and completes it with its hash and the store's receipt", async () => {
  const { env, store } = fakeEnv();
  const queue = createUploadQueue(env);
  queue.add([file("新品 ☕ ../.mp4")]);
  await until(queue, () => item(queue).phase === "done");
  expect(item(queue)).toMatchObject({ name: "新品 ☕ ../.mp4", sentBytes: 10, artifactId: "a-u1" });
  expect(store.get("u1")?.proof).toEqual({ sha256: "ab".repeat(32), receipt: "receipt of put/u1" });
});

it("sends an empty file", async () => {
  const { env, store } = fakeEnv();
  const queue = createUploadQueue(env);
  queue.add([file("empty.mp4", 0)]);
  await until(queue, () => item(queue).phase === "done");
  expect(store.get("u1")?.arrived.get(1)).toBe(0);
});

it("sends a large file in parts and asks for the URLs it was not given", async () => {
  const { env, store, calls } = fakeEnv({ partSizeBytes: 4 });
  const queue = createUploadQueue(env);
  queue.add([file("large.mp4", 22)]);
  await until(queue, () => item(queue).phase === "done");
  expect([...(store.get("u1")?.arrived ?? [])].sort()).toEqual([
    [1, 4],
    [2, 4],
    [3, 4],
    [4, 4],
    [5, 4],
    [6, 2],
  ]);
  expect(calls.filter((call) => call.startsWith("sign"))).not.toHaveLength(0);
});

it("works on three files at once and begins the next when one ends", async () => {
  const { env, hold } = fakeEnv();
  const release = hold();
  const queue = createUploadQueue(env);
  queue.add([file("1"), file("2"), file("3"), file("4"), file("5")]);
  expect(phases(queue)).toEqual(["preparing", "preparing", "preparing", "queued", "queued"]);
  release();
  await until(queue, () => phases(queue).every((phase) => phase === "done"));
});

it("tries again with growing pauses when the network or the server fails", async () => {
  const { env, fail, waits } = fakeEnv();
  fail("send", network, 2);
  fail("complete", { kind: "refused", status: 503, code: "unavailable" });
  const queue = createUploadQueue(env);
  queue.add([file("a.mp4")]);
  await until(queue, () => item(queue).phase === "done");
  expect(waits).toEqual([1000, 2000, 1000]);
});

it("waits as long as the server asks for", async () => {
  const { env, fail, waits } = fakeEnv();
  fail("create", { kind: "refused", status: 429, code: "rate_limited", retryAfterMs: 45_000 });
  const queue = createUploadQueue(env);
  queue.add([file("a.mp4")]);
  await until(queue, () => item(queue).phase === "done");
  expect(waits).toEqual([45_000]);
});

it("gives up after many failures in a row, says why, and goes on when asked to", async () => {
  const { env, fail, calls } = fakeEnv();
  fail("send", network, 10);
  const queue = createUploadQueue(env);
  queue.add([file("a.mp4")]);
  await until(queue, () => item(queue).phase === "failed");
  expect(item(queue).failure).toEqual({ reason: "network" });
  queue.retry(item(queue).id);
  await until(queue, () => item(queue).phase === "done");
  expect(calls.filter((call) => call.startsWith("create"))).toHaveLength(1);
});

it("waits without a connection for as long as it takes", async () => {
  const { env, fail, goOffline, goOnline, calls } = fakeEnv();
  goOffline();
  fail("send", network, 1000);
  const queue = createUploadQueue(env);
  queue.add([file("a.mp4")]);
  await until(queue, () => item(queue).waitingFor === "connection" && calls.length > 20);
  goOnline();
  await until(queue, () => item(queue).phase === "done");
});

it("sends only the missing parts after a pause", async () => {
  const { env, hold, calls } = fakeEnv({ partSizeBytes: 4 });
  const queue = createUploadQueue(env);
  queue.add([file("large.mp4", 40)]);
  await until(queue, () => item(queue).sentBytes > 0);
  const release = hold();
  queue.pause(item(queue).id);
  expect(item(queue).phase).toBe("paused");
  release();
  queue.resume(item(queue).id);
  await until(queue, () => item(queue).phase === "done");
  expect(calls).toContain("progress u1");
  expect(calls.filter((call) => call === "create large.mp4")).toHaveLength(1);
});

it("keeps a reservation whose answer comes after the pause", async () => {
  const { env, hold, calls } = fakeEnv();
  const release = hold();
  const queue = createUploadQueue(env);
  queue.add([file("a.mp4")]);
  await expect.poll(() => calls).toContain("create a.mp4");
  queue.pause(item(queue).id);
  release();
  await until(queue, () => item(queue).uploadId === "u1");
  expect(item(queue).phase).toBe("paused");
  queue.resume(item(queue).id);
  await until(queue, () => item(queue).phase === "done");
  expect(calls.filter((call) => call.startsWith("create"))).toHaveLength(1);
});

it("fetches fresh URLs when the store no longer takes them", async () => {
  const { env, fail, calls } = fakeEnv({ partSizeBytes: 4 });
  fail("send part/u1/2", { kind: "stale", status: 403 });
  fail("send put", { kind: "stale", status: 403 });
  const queue = createUploadQueue(env);
  queue.add([file("large.mp4", 8), file("small.mp4", 4)]);
  await until(queue, () => phases(queue).every((phase) => phase === "done"));
  expect(calls).toContain("sign u1 2");
  expect(calls).toContain("progress u2");
});

it("looks again at what has arrived when the server misses bytes at completion", async () => {
  const { env, fail, calls } = fakeEnv({ partSizeBytes: 4 });
  fail("complete", {
    kind: "refused",
    status: 412,
    code: "precondition_failed",
    reason: "upload_incomplete",
  });
  const queue = createUploadQueue(env);
  queue.add([file("large.mp4", 8)]);
  await until(queue, () => item(queue).phase === "done");
  expect(calls).toContain("progress u1");
});

it("goes on to complete when a PUT had arrived and only its answer was lost", async () => {
  const { env, fail, store } = fakeEnv();
  fail("send", { kind: "refused", status: 412, code: "conflict", reason: "object_exists" });
  const queue = createUploadQueue(env);
  queue.add([file("a.mp4")]);
  await until(queue, () => item(queue).phase === "done");
  expect(store.get("u1")?.proof).toEqual({ sha256: "ab".repeat(32) });
});

it("removes a cancelled file and tells the server", async () => {
  const { env, hold, store } = fakeEnv();
  const queue = createUploadQueue(env);
  queue.add([file("a.mp4")]);
  await until(queue, () => item(queue).uploadId !== undefined);
  const release = hold();
  queue.cancel(item(queue).id);
  release();
  expect(queue.getSnapshot().items).toEqual([]);
  await Promise.resolve();
  expect(store.size).toBe(0);
});

it.each([
  [{ kind: "refused", status: 413, code: "too_large" }, "too_large"],
  [{ kind: "refused", status: 402, code: "quota_exceeded", reason: "quota_bytes" }, "over_quota"],
  [{ kind: "refused", status: 503, code: "unavailable", reason: "disk_full" }, "no_space"],
  [{ kind: "refused", status: 403, code: "forbidden" }, "not_allowed"],
  [{ kind: "refused", status: 401, code: "unauthenticated" }, "signed_out"],
  [{ kind: "refused", status: 400, code: "invalid", reason: "invalid" }, "bad_name"],
  [{ kind: "unreadable" }, "file_changed"],
] as const)(
  "says plainly why %o does not arrive, without trying again",
  async (failure, reason) => {
    const { env, fail, waits } = fakeEnv();
    fail("create", failure);
    const queue = createUploadQueue(env);
    queue.add([file("a.mp4")]);
    await until(queue, () => item(queue).phase === "failed");
    expect(item(queue).failure?.reason).toBe(reason);
    expect(waits).toEqual([]);
  },
);

it("begins anew when the server has dropped the upload", async () => {
  const { env, fail, store } = fakeEnv();
  fail("send", { kind: "refused", status: 410, code: "not_found" });
  const queue = createUploadQueue(env);
  queue.add([file("a.mp4")]);
  await until(queue, () => item(queue).phase === "failed");
  expect(item(queue)).toMatchObject({ failure: { reason: "removed" }, sentBytes: 0 });
  store.clear();
  queue.retry(item(queue).id);
  await until(queue, () => item(queue).phase === "done");
});

describe("bytes that the library has already", () => {
  const duplicates = [{ artifactId: "old", name: "Old.mp4", isTrashed: false }];

  it("are asked about before they go, without keeping others waiting", async () => {
    const { env, calls } = fakeEnv();
    env.hash = async (blob) => (blob.size === 10 ? "ab".repeat(32) : "cd".repeat(32));
    env.findDuplicates = async (sha256) => (sha256.startsWith("ab") ? duplicates : []);
    const queue = createUploadQueue(env);
    queue.add([file("same.mp4", 10), file("new.mp4", 11)]);
    await until(queue, () => phases(queue).join() === "asking,done");
    expect(item(queue).duplicates).toEqual(duplicates);
    expect(calls).not.toContain("create same.mp4");
    queue.keepBoth(item(queue).id);
    await until(queue, () => item(queue).phase === "done");
    expect(item(queue).duplicates).toBeUndefined();
  });

  it("are kept twice without asking for the rest of the batch", async () => {
    const { env } = fakeEnv();
    env.findDuplicates = async () => duplicates;
    const queue = createUploadQueue(env);
    queue.add([file("1"), file("2"), file("3"), file("4"), file("5")]);
    await until(queue, () => phases(queue).includes("asking"));
    queue.keepAllBoth();
    await until(queue, () => phases(queue).every((phase) => phase === "done"));
    queue.add([file("6")]);
    await until(queue, () => item(queue, 5).phase === "asking");
  });

  it("are noticed in one batch, before the library has either", async () => {
    const { env } = fakeEnv();
    env.findDuplicates = async () => [];
    const queue = createUploadQueue(env);
    queue.add([file("one.mp4"), file("copy of one.mp4")]);
    await until(queue, () => phases(queue).includes("asking") && phases(queue).includes("done"));
    const asked = queue.getSnapshot().items.find(({ phase }) => phase === "asking");
    const other = queue.getSnapshot().items.find(({ phase }) => phase === "done");
    expect(asked?.duplicates).toMatchObject([{ name: other?.name, isTrashed: false }]);
  });

  it("go nowhere when the answer is no", async () => {
    const { env, calls } = fakeEnv();
    env.findDuplicates = async () => duplicates;
    const queue = createUploadQueue(env);
    queue.add([file("same.mp4")]);
    await until(queue, () => item(queue).phase === "asking");
    queue.cancel(item(queue).id);
    expect(queue.getSnapshot().items).toEqual([]);
    expect(calls).toEqual([]);
  });

  it("are added when nobody can say", async () => {
    const { env } = fakeEnv();
    env.findDuplicates = async () => {
      throw new Error("no network");
    };
    const queue = createUploadQueue(env);
    queue.add([file("a.mp4")]);
    await until(queue, () => item(queue).phase === "done");
  });
});

it("lets what arrived and is of no use be dismissed, not tried again", async () => {
  const { env, calls } = fakeEnv();
  const queue = createUploadQueue(env);
  queue.add([file("notes.mp4")]);
  await until(queue, () => item(queue).phase === "done");
  queue.markUnusable(item(queue).id, "Not a video.");
  queue.resumeAll();
  expect(item(queue).failure).toEqual({ reason: "unusable", detail: "Not a video." });
  queue.cancel(item(queue).id);
  expect(calls.filter((call) => call.startsWith("abort"))).toEqual([]);
});
