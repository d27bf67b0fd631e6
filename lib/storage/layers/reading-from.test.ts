import { randomBytes } from "node:crypto";
import { PassThrough, Readable } from "node:stream";
import { expect, it, vi } from "vitest";
import { deriveSecrets } from "@/lib/secrets";
import type { Driver } from "../driver";
import { createMemoryDriver } from "../drivers/memory";
import { newObjectKey } from "../object-key";
import { storeDown } from "../store-down";
import { withCompression } from "./compression";
import { withEncryption } from "./encryption";
import { createMemoryCache } from "./memory-cache";
import { withRetry } from "./retry";

const secrets = deriveSecrets("s".repeat(32));
const served = { secrets, uploadUrlSeconds: 60, encodings: [] };
const memory = createMemoryDriver(secrets);
const layers: [string, (driver: Driver) => Driver][] = [
  ["encryption", (d) => withEncryption(d, { ...served, keyOfClient: async () => randomBytes(32) })],
  ["compression", (driver) => withCompression(driver, served)],
  ["memory cache", (d) => createMemoryCache({ maxBytes: 1e6, ttlMs: 1e4 }).withMemoryCache(d)],
  ["retries", (driver) => withRetry(driver, { maxRetries: 0, timeoutMs: 1000 })],
];

it.each(layers)(
  "%s: a body that nobody begins to read is closed in the store, too",
  async (_, layer) => {
    for (const range of [undefined, { start: 3, end: 70_000 }]) {
      const there = new PassThrough();
      const driver = layer({ ...memory, get: async () => there });
      const body = await driver.get(newObjectKey("client_001", "originals"), range);
      body.destroy();
      await vi.waitFor(() => expect(there.destroyed).toBe(true));
    }
  },
);

it.each(layers.filter(([name]) => name !== "memory cache"))(
  "%s: a body that the store does not take is closed",
  async (_, layer) => {
    const driver = layer({
      ...memory,
      put: async () => {
        throw storeDown("memory", "ECONNREFUSED");
      },
    });
    for (let time = 0; time < 6; time += 1) {
      const body = Readable.from(["x"]);
      const key = newObjectKey("client_001", "originals");
      const put = driver.put(key, body, { contentType: "text/plain" });
      await expect(put).rejects.toMatchObject({ reason: "store_down" });
      expect(body.destroyed).toBe(true);
    }
  },
);
