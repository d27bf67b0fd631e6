import { v7 as uuid } from "uuid";
import { describe, expect, it } from "vitest";
import type { ScreenContext } from "@/lib/auth";
import { storedArtifact, testClient, testRuntime } from "@/lib/testing";
import { getManifest } from "./get-manifest";
import { manifestCacheOf } from "./manifest-cache";
import { Manifest } from "./schema";

/** Screens of a fresh client, whose manifests are kept as in a server, and the queries they cost. */
async function startScreens(count: number) {
  const { db, pool, storage, log } = await testRuntime();
  const { clientId } = await testClient();
  const ids = Array.from({ length: count }, () => uuid());
  await db.screen.createMany({
    data: ids.map((id) => ({ clientId, id, name: `Screen ${id}`, tokenHash: id })),
  });
  let queries = 0;
  const query = (...given: Parameters<typeof pool.query>) => {
    queries++;
    return Reflect.apply(pool.query, pool, given);
  };
  const counting = new Proxy(pool, {
    get: (target, key) => (key === "query" ? query : Reflect.get(target, key)),
  });
  manifestCacheOf(counting).maxAgeMs = 60_000;
  const screens = ids.map(
    (screenId): ScreenContext => ({
      actor: { kind: "screen", screenId },
      db,
      pool: counting,
      storage,
      log,
      requestId: uuid(),
      clientId,
      scopes: new Set(["manifest:read"]),
      siteIds: undefined,
    }),
  );
  return { clientId, screens, queries: () => queries };
}

describe("the manifest of many screens", () => {
  it("costs one query when a thousand ask at once, and each hears its own name", async () => {
    const { clientId, screens, queries } = await startScreens(1000);
    await storedArtifact(clientId);
    const served = await Promise.all(screens.map((screen) => getManifest(screen)));
    expect(queries()).toBe(1);
    const manifests = served.map(({ json }) => Manifest.parse(JSON.parse(json)));
    expect(new Set(manifests.map(({ screen }) => screen.name)).size).toBe(1000);
    expect(new Set(manifests.map(({ items }) => items.length))).toEqual(new Set([1]));
  });

  it("is read anew, once, when screens were told of a revision that this process has not heard of", async () => {
    const { clientId, screens, queries } = await startScreens(20);
    const [first] = screens;
    if (!first) throw new Error("no screen");
    await getManifest(first);
    await storedArtifact(clientId);
    const wanted = "told-by-another-process";
    const served = await Promise.all(screens.map((screen) => getManifest(screen, { wanted })));
    expect(queries()).toBe(2);
    expect(served.every(({ json }) => Manifest.parse(JSON.parse(json)).items.length === 1)).toBe(
      true,
    );
  });

  it("needs its scope", async () => {
    const { screens } = await startScreens(1);
    const [screen] = screens;
    if (!screen) throw new Error("no screen");
    await expect(getManifest({ ...screen, scopes: new Set() })).rejects.toThrow("manifest:read");
  });
});
