import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { expect, it } from "vitest";
import type { Driver, ListedObject } from "./driver";
import { newObjectKey } from "./object-key";

const put = (driver: Driver, key: string, bytes: Buffer) =>
  driver.put(key, Readable.from([bytes]), {
    contentType: "application/octet-stream",
    sizeBytes: bytes.length,
  });

/** The part of the contract that is about listing. */
export function itLists(driver: () => Driver): void {
  it("lists the objects of a client, and of nobody else", async () => {
    const clientId = `list-${randomBytes(4).toString("hex")}`;
    const keys = ["originals", "originals", "renditions"].map((kind) =>
      newObjectKey(clientId, kind as "originals"),
    );
    for (const [at, key] of keys.entries()) await put(driver(), key, Buffer.alloc(at));
    await put(driver(), newObjectKey(`${clientId}x`, "originals"), Buffer.alloc(1));
    const list = async (prefix: string) => {
      const listed: [string, number][] = [];
      for await (const { key, sizeBytes } of driver().list(prefix)) listed.push([key, sizeBytes]);
      return listed.sort();
    };
    // As they lie in the store, where a layer may have changed them.
    const stored = await Promise.all(
      keys.map(async (key, at) => {
        const { sizeBytes, storedSizeBytes = sizeBytes } = await driver().head(key);
        expect(sizeBytes).toBe(at);
        return [key, storedSizeBytes] as [string, number];
      }),
    );
    expect(await list(`${clientId}/`)).toEqual(stored.toSorted());
    expect(await list(`${clientId}/renditions/`)).toEqual([stored[2]]);
    expect(await list(`${clientId}y/`)).toEqual([]);
  });

  it("lists in the order of the keys, with the time of writing, and from a key on", async () => {
    const clientId = `order-${randomBytes(4).toString("hex")}`;
    const begun = Date.now();
    const kinds = ["originals", "outputs", "renditions", "originals", "outputs"] as const;
    const keys = kinds.map((kind) => newObjectKey(clientId, kind));
    for (const key of keys.toReversed()) await put(driver(), key, Buffer.alloc(1));
    const listed: ListedObject[] = [];
    for await (const object of driver().list(`${clientId}/`)) listed.push(object);
    expect(listed.map(({ key }) => key)).toEqual(keys.toSorted());
    for (const { modifiedAt } of listed) {
      // Stores tell whole seconds.
      expect(modifiedAt.getTime()).toBeGreaterThan(begun - 2_000);
      expect(modifiedAt.getTime()).toBeLessThan(Date.now() + 2_000);
    }
    for (const [at, { key: after }] of listed.entries()) {
      const rest: string[] = [];
      for await (const { key } of driver().list(`${clientId}/`, after)) rest.push(key);
      expect(rest).toEqual(keys.toSorted().slice(at + 1));
    }
  });
}
