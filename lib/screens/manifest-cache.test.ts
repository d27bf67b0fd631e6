import { describe, expect, it } from "vitest";
import { createManifestCache } from "./manifest-cache";

function reader() {
  let reads = 0;
  return { read: async () => ++reads, count: () => reads };
}

describe("the cache of manifests", () => {
  it("reads once when a thousand ask at once", async () => {
    const { read, count } = reader();
    const cache = createManifestCache<number>();
    const answers = await Promise.all(Array.from({ length: 1000 }, () => cache.get("a", read)));
    expect(new Set(answers)).toEqual(new Set([1]));
    expect(count()).toBe(1);
  });

  it("keeps nothing while nobody tells it of changes", async () => {
    const { read } = reader();
    const cache = createManifestCache<number>();
    expect(await cache.get("a", read)).toBe(1);
    expect(await cache.get("a", read)).toBe(2);
  });

  it("keeps an answer until it is forgotten or too old", async () => {
    let now = 0;
    const { read } = reader();
    const cache = createManifestCache<number>(() => now);
    cache.maxAgeMs = 5000;
    expect([await cache.get("a", read), await cache.get("a", read)]).toEqual([1, 1]);
    cache.forget("a");
    expect(await cache.get("a", read)).toBe(2);
    now = 5000;
    expect(await cache.get("a", read)).toBe(3);
    cache.clear();
    expect(await cache.get("a", read)).toBe(4);
  });

  it("does not give what was being read before a change to who asks after it", async () => {
    const { read } = reader();
    const cache = createManifestCache<number>();
    cache.maxAgeMs = 5000;
    const before = cache.get("a", read);
    cache.forget("a");
    const after = cache.get("a", read);
    expect([await before, await after, await cache.get("a", read)]).toEqual([1, 2, 2]);
  });

  it("forgets a given answer once, however many find it behind", async () => {
    const { read, count } = reader();
    const cache = createManifestCache<number>();
    cache.maxAgeMs = 5000;
    const kept = cache.get("a", read);
    await kept;
    const anew = Array.from({ length: 1000 }, () => {
      cache.forget("a", kept);
      return cache.get("a", read);
    });
    expect(new Set(await Promise.all(anew))).toEqual(new Set([2]));
    expect(count()).toBe(2);
  });

  it("asks again after a failure", async () => {
    const cache = createManifestCache<number>();
    cache.maxAgeMs = 5000;
    await expect(cache.get("a", () => Promise.reject(new Error("down")))).rejects.toThrow("down");
    expect(await cache.get("a", async () => 7)).toBe(7);
  });
});
