import { afterEach, describe, expect, it, vi } from "vitest";
import { createLog } from "@/lib/log";
import { deriveSecrets } from "@/lib/secrets";
import { createMemoryStorage } from "./create-storage";
import type { Driver } from "./driver";
import { createMemoryDriver } from "./drivers/memory";
import { withRetry } from "./layers/retry";
import { probePlaces } from "./probe-places";
import { storeDown } from "./store-down";

const secrets = deriveSecrets("s".repeat(32));
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A place with a network between, which can be slow or gone. */
function remote(backendId: string, { latencyMs = 0 } = {}) {
  const shop = { isDown: false, latencyMs, asked: 0, now: 0, most: 0 };
  const memory = createMemoryDriver(secrets, { backendId });
  const driver: Driver = {
    ...memory,
    async head(key) {
      shop.asked += 1;
      shop.now += 1;
      shop.most = Math.max(shop.most, shop.now);
      await new Promise((resolve) => setTimeout(resolve, shop.latencyMs));
      shop.now -= 1;
      if (shop.isDown) throw storeDown(backendId, "ECONNREFUSED");
      return memory.head(key);
    },
  };
  return { shop, driver: withRetry(driver, { maxRetries: 0, timeoutMs: 1_000, restMs: 20 }) };
}

function probe(drivers: readonly Driver[], everyMs = 20, log = createLog("silent")) {
  const { stop } = probePlaces(drivers, { clientId: "client_001", log, everyMs, againMs: 1 });
  stops.push(stop);
  return stop;
}

const places = ["a", "b"].map((backendId) => ({ backendId, encodings: [] }));

describe("probing places", () => {
  it("finds out at once which is the fastest, as an object that is not there is an answer", async () => {
    const [a, b] = [remote("a", { latencyMs: 40 }), remote("b")];
    const storage = createMemoryStorage(secrets, [a.driver, b.driver], { isFirst: true });
    probe(storage.drivers, 60_000);
    const best = () => storage.byPreference(places)[0]?.backendId;
    await expect.poll(best).toBe("b");
    expect(storage.counts().stores.a?.ask.failures).toBe(0);
  });

  it("takes a place that does not answer for down, and notices by itself when it is back", async () => {
    const { shop, driver } = remote("a");
    shop.isDown = true;
    const log = createLog("silent");
    const lines: string[] = [];
    for (const level of ["info", "warn"] as const) {
      vi.spyOn(log, level).mockImplementation((...given: unknown[]) => {
        lines.push(String(given.at(-1)));
      });
    }
    probe([driver], 30, log);
    await expect.poll(() => driver.health().state).toBe("down");
    await expect.poll(() => lines).toEqual(["store down"]);
    shop.isDown = false;
    await expect.poll(() => driver.health().state).toBe("up");
    await expect.poll(() => lines).toEqual(["store down", "store back"]);
  });

  it("does not take silence for speed", async () => {
    const [a, b] = [remote("a"), remote("b", { latencyMs: 10 })];
    a.shop.isDown = true;
    const storage = createMemoryStorage(secrets, [a.driver, b.driver], { isFirst: true });
    probe(storage.drivers);
    await expect.poll(() => a.driver.health().state).toBe("down");
    a.shop.latencyMs = 80;
    a.shop.isDown = false;
    await expect.poll(() => a.driver.health().state).toBe("up");
    expect(storage.byPreference(places)[0]?.backendId).toBe("b");
  });

  it("asks a place only after it has answered, and no more once it is stopped", async () => {
    const { shop, driver } = remote("a", { latencyMs: 15 });
    const stop = probe([driver], 1);
    await expect.poll(() => shop.asked).toBeGreaterThan(3);
    expect(shop.most).toBe(1);
    stop();
    const { asked } = shop;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(shop.asked).toBe(asked);
  });
});
