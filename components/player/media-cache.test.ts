import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DamagedMedia, downloadMedia, isWhole } from "./download-media";
import { item as anItem } from "./fake-player";
import { createMediaCache } from "./media-cache";
import type { MediaStore, StoredFile } from "./media-store";

const bytes = Buffer.alloc(9 * 1024 * 1024, "vitrine");
const sha256 = createHash("sha256").update(bytes).digest("hex");

function memoryStore(): MediaStore & { files: Map<string, StoredFile> } {
  const files = new Map<string, StoredFile>();
  const pieces = new Map<string, Blob[]>();
  return {
    files,
    find: async (sha256) => files.get(sha256),
    append: async (file, piece) => {
      files.set(file.sha256, file);
      pieces.set(file.sha256, [...(pieces.get(file.sha256) ?? []), piece]);
    },
    finish: async (file) => void files.set(file.sha256, file),
    open: async (file) => new Blob(pieces.get(file.sha256), { type: file.contentType }),
    remove: async (sha256) => {
      files.delete(sha256);
      pieces.delete(sha256);
    },
    list: async () => [...files.keys()],
  };
}

/** Serves the bytes with ranges; the first answer may be cut short. */
async function serve({ cutAfter = Number.POSITIVE_INFINITY, damage = false } = {}) {
  const ranges: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    ranges.push(request.headers.range);
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    const rest = bytes.subarray(start);
    const sent = damage ? Buffer.concat([Buffer.from("X"), rest.subarray(1)]) : rest;
    response.writeHead(start > 0 ? 206 : 200, { "content-length": rest.length });
    if (ranges.length > 1 || rest.length <= cutAfter) return response.end(sent);
    response.write(sent.subarray(0, cutAfter), () => setTimeout(() => response.destroy(), 50));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(server);
  return { ranges, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/media` };
}

const servers: Server[] = [];
const patiently = { timeout: 20_000 };
const never = new AbortController().signal;
let store = memoryStore();

beforeEach(() => {
  store = memoryStore();
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const itemAt = (url: string) => ({ ...anItem("1"), sha256, sizeBytes: bytes.length, url });

describe("downloadMedia", () => {
  it("keeps a file in pieces and checks its hash", async () => {
    const { url } = await serve();
    await downloadMedia(itemAt(url), store, never);
    const file = store.files.get(sha256) as StoredFile;
    expect(isWhole(file)).toBe(true);
    expect(file.pieces).toBeGreaterThan(1);
    const kept = Buffer.from(await (await store.open(file)).arrayBuffer());
    expect(kept.equals(bytes)).toBe(true);
  });

  it("asks only for the rest after the line was cut", async () => {
    const { url, ranges } = await serve({ cutAfter: 5_000_000 });
    await expect(downloadMedia(itemAt(url), store, never)).rejects.toThrow();
    const { receivedBytes } = store.files.get(sha256) as StoredFile;
    expect(receivedBytes).toBeGreaterThan(0);
    await downloadMedia(itemAt(url), store, never);
    expect(ranges).toEqual([undefined, `bytes=${receivedBytes}-`]);
    expect(isWhole(store.files.get(sha256) as StoredFile)).toBe(true);
  });

  it("throws damaged bytes away", async () => {
    const { url } = await serve({ damage: true });
    await expect(downloadMedia(itemAt(url), store, never)).rejects.toThrow(DamagedMedia);
    expect(await store.list()).toEqual([]);
  });

  it("does not fetch again what is there", async () => {
    const { url, ranges } = await serve();
    await downloadMedia(itemAt(url), store, never);
    await downloadMedia(itemAt(url), store, never);
    expect(ranges).toHaveLength(1);
  });
});

describe("createMediaCache", () => {
  it("plays from the network until the file is whole, then from the device", async () => {
    const { url } = await serve();
    const item = itemAt(url);
    const cache = createMediaCache({ openStore: async () => store });
    expect((await cache.resolve(item)).src).toBe(url);
    cache.keep([item]);
    await expect.poll(async () => (await cache.resolve(item)).src, patiently).toMatch(/^blob:/);
    cache.stop();
  });

  it("removes what is no longer wanted only once the new set is complete", async () => {
    let attempts = 0;
    await store.append({ ...storedFile("old"), hashState: null }, new Blob(["old"]));
    const cache = createMediaCache({
      openStore: async () => store,
      retryMs: 1,
      download: async ({ sha256 }) => {
        if (++attempts < 3) throw new TypeError("Failed to fetch");
        expect(await store.list()).toContain("old");
        await store.finish({ ...storedFile(sha256), hashState: null });
      },
    });
    cache.keep([anItem("2")]);
    await expect.poll(() => store.list(), patiently).toEqual(["2"]);
    expect(attempts).toBe(3);
    cache.stop();
  });

  it("falls back to the network where storage is forbidden", async () => {
    const cache = createMediaCache({ openStore: () => Promise.reject(new Error("forbidden")) });
    const item = anItem("1");
    cache.keep([item]);
    expect((await cache.resolve(item)).src).toBe(item.url);
    cache.stop();
  });
});

function storedFile(sha256: string): StoredFile {
  const contentType = "video/mp4";
  return { sha256, sizeBytes: 3, contentType, receivedBytes: 3, pieces: 1, hashState: null };
}
