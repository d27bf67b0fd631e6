import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { deriveSecrets } from "@/lib/secrets";
import { createLocalDriver } from "./drivers/local";
import { newObjectKey } from "./object-key";
import { watchMount } from "./watch-mount";

const down = { code: "unavailable", reason: "store_down" };
const contentType = "text/plain";
const freshKey = () => newObjectKey("client_001", "originals");
let directory: string;
let root: string;
let driver: Awaited<ReturnType<typeof createLocalDriver>>;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "vitrine-mount-"));
  root = join(directory, "files");
  driver = await createLocalDriver(deriveSecrets("s".repeat(32)), { root, uploadUrlSeconds: 60 });
  await driver.sentinel();
});
afterEach(() => rm(directory, { recursive: true }));

const put = (key: string) => driver.put(key, Readable.from(["film"]), { contentType });
const unmount = () => rename(root, join(directory, "away"));
async function mount() {
  await rm(root, { recursive: true, force: true });
  await rename(join(directory, "away"), root);
}

it.each([
  ["an empty directory", true],
  ["nothing", false],
])(
  "a disk that left %s takes nothing, and says of nothing that it is missing",
  async (_, isThere) => {
    const key = freshKey();
    await put(key);
    const request = { key: freshKey(), sizeBytes: 17 * 1024 ** 2, contentType };
    const timed = { ...request, expiresAt: new Date(Date.now() + 60_000) };
    const upload = { ...timed, ...(await driver.openUpload(timed)) };
    await unmount();
    if (isThere) await mkdir(root);

    const body = Readable.from(["film"]);
    for (const work of [
      () => driver.put(freshKey(), body, { contentType }),
      () => driver.openUpload({ ...timed, key: freshKey() }),
      () => driver.putPart(upload, 1, Readable.from([Buffer.alloc(8 * 1024 ** 2)])),
      () => driver.listParts(upload),
      () => driver.finishUpload(upload),
      () => driver.abortUpload(upload),
      async () => driver.check?.(),
      () => driver.head(key),
      () => driver.get(key),
      () => driver.delete(key),
      () => driver.list("client_001/")[Symbol.asyncIterator]().next(),
    ]) {
      await expect(work()).rejects.toMatchObject(down);
    }
    expect(body.destroyed).toBe(true);
    expect(driver.health?.()).toMatchObject({
      state: "down",
      lastError: expect.stringContaining(root),
    });
    expect(await readdir(directory)).toEqual(isThere ? ["away", "files"] : ["away"]);
    if (isThere) expect(await readdir(root)).toEqual([]);

    await mount();
    expect(await text(await driver.get(key))).toBe("film");
    await put(freshKey());
    expect(driver.health?.()).toMatchObject({ state: "up" });
    expect(await driver.listParts(upload)).toEqual([]);
  },
);

it("another disk in its place is not written to, and gets no name that would make it ours", async () => {
  const known = await driver.sentinel();
  await unmount();
  await mkdir(root);
  expect(await driver.sentinel()).toBe("missing");
  expect(await readdir(root)).toEqual([]);
  await mount();
  expect(await driver.sentinel()).toBe(known);
});

it("a file that is not there is still not found", async () => {
  await expect(driver.head(freshKey())).rejects.toMatchObject({ code: "not_found" });
  await expect(driver.get(freshKey())).rejects.toMatchObject({ code: "not_found" });
});

it("is up again by itself once its disk is back, and when it is only read", async () => {
  const key = freshKey();
  await put(key);
  await unmount();
  await expect(driver.head(key)).rejects.toMatchObject(down);
  await mount();
  expect(driver.health?.().state).toBe("down");
  await vi.waitFor(() => expect(driver.health?.().state).toBe("up"), { timeout: 10_000 });
});

it("a file that the disk cannot read is not called missing, nor the disk down for it", async () => {
  const broken = Object.assign(new Error("i/o error"), { code: "EIO" });
  const watched = watchMount({ ...driver, head: () => Promise.reject(broken) }, root);
  await watched.sentinel();
  const failed = { code: "unavailable", reason: "disk_failed" };
  await expect(watched.head(freshKey())).rejects.toMatchObject(failed);
  expect(watched.health?.().state).toBe("up");
});
