import { LRUCache } from "lru-cache";
import { type Driver, isServed, type ServedDriver } from "../driver";
import { sendPart } from "../send-part";
import { isStoreDown } from "../store-down";
import type { Spool } from "./spool";

/**
 * What cannot be written where it belongs, because that store is down, goes to the second one, and
 * the answer says so (`backendId`). A definite no (403, 404, 412) is an answer and goes nowhere
 * else. The records name where the bytes are, so what is read later never comes through here.
 */
export function withFallback(first: Driver, second: ServedDriver, spool: Spool): ServedDriver {
  /** Of uploads that were opened here, until their rows say it. */
  const fellBack = new LRUCache<string, true>({ max: 10_000 });
  const isAway = () => first.health?.().state === "down";
  const driverOf = (key: string) => (fellBack.has(key) ? second : first);

  async function assertAnswers(key: string): Promise<void> {
    await first.head(key).catch((error: unknown) => {
      if (isStoreDown(error)) throw error;
    });
  }

  async function firstElseSecond<T extends object>(
    key: string,
    work: (driver: Driver) => Promise<T>,
  ): Promise<T & { backendId: string }> {
    if (!isAway()) {
      try {
        const answer = { ...(await work(first)), backendId: first.backendId };
        fellBack.delete(key);
        return answer;
      } catch (error) {
        if (!isStoreDown(error)) throw error;
      }
    }
    return inSecond(key, work);
  }

  async function inSecond<T extends object>(key: string, work: (driver: Driver) => Promise<T>) {
    const answer = { ...(await work(second)), backendId: second.backendId };
    fellBack.set(key, true);
    return answer;
  }

  // Whoever looks for leftovers asks each store itself.
  const { listUploads: _, dropUpload: __, ...rest } = first;
  const layer: ServedDriver = {
    ...rest,

    async put(key, body, options) {
      try {
        if (isAway()) return await inSecond(key, (driver) => driver.put(key, body, options));
        const spooled = await spool(body, options.sizeBytes);
        // It cannot be sent twice, and there would be no room for it here either.
        if (!spooled) return await first.put(key, body, options);
        try {
          return await firstElseSecond(key, async (driver) => {
            const bytes = driver === first ? spooled.passing() : await spooled.again();
            return driver.put(key, bytes, options);
          });
        } finally {
          await spooled.remove();
        }
      } finally {
        body.destroy();
      }
    },

    openUpload: (request) =>
      firstElseSecond(request.key, async (driver) => {
        const opened = await driver.openUpload(request);
        // A URL is signed without a word to the store, and would lead where nobody answers.
        if (driver === first && opened.storeUploadId === undefined)
          await assertAnswers(request.key);
        return opened;
      }),

    head: (key) => driverOf(key).head(key),
    get: (key, range) => driverOf(key).get(key, range),
    delete: (key) => driverOf(key).delete(key),
    signPut: (upload) => driverOf(upload.key).signPut(upload),
    signParts: (upload, numbers) => driverOf(upload.key).signParts(upload, numbers),
    signGet: (key, options) => driverOf(key).signGet(key, options),
    listParts: (upload) => driverOf(upload.key).listParts(upload),
    finishUpload: (upload) => driverOf(upload.key).finishUpload(upload),
    abortUpload: (upload) => driverOf(upload.key).abortUpload(upload),
    async putPart(target, partNumber, body) {
      if (fellBack.has(target.key)) return second.putPart(target, partNumber, body);
      if (isServed(first)) return first.putPart(target, partNumber, body);
      return sendPart(first, target, partNumber, body);
    },
    async *list(prefix, after) {
      if (!isAway()) yield* first.list(prefix, after);
      yield* second.list(prefix, after);
    },
  };
  return layer;
}
