import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { isAppError } from "@/lib/errors";
import type { ServedDriver, StoreHealth } from "./driver";
import { diskFailure } from "./drivers/local/disk-failure";
import { isMissing } from "./drivers/local/durable";
import { readSentinel } from "./drivers/local/sentinel";
import { storeDown } from "./store-down";

/** So often it is looked whether it is back. */
const restMs = 5_000;

/**
 * A disk that is not mounted any more leaves an empty directory, or none: nothing may be written
 * there, and nothing be called missing. Once the store has been registered, its sentinel is looked
 * at before whatever is written and after whatever is not found. One that is broken does not answer.
 */
export function watchMount(driver: ServedDriver, root: string) {
  const { backendId } = driver;
  const path = join(root, ".vitrine-store");
  const health: StoreHealth = { state: "up", since: new Date(), lastError: undefined };
  let known: string | undefined;
  /** Of the file when it was read last: as long as it is the same, so is what it holds. */
  let seen = "";
  let timer: NodeJS.Timeout | undefined;

  function found(state: "up" | "down", lastError = health.lastError): void {
    if (health.state !== state) health.since = new Date();
    Object.assign(health, { state, lastError });
    clearTimeout(timer);
    if (state === "up") return;
    timer = setTimeout(() => void assertMounted().catch(() => {}), restMs);
    timer.unref();
  }

  /** undefined: there is none. */
  async function present(): Promise<string | undefined> {
    try {
      const { dev, ino, mtimeMs } = await stat(path);
      const mark = `${dev} ${ino} ${mtimeMs}`;
      if (mark === seen) return known;
      const id = (await readFile(path, "utf8")).trim();
      if (id === known) seen = mark;
      return id;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async function assertMounted(): Promise<void> {
    if (known === undefined) return;
    const word = await wordOf(present());
    if (word === undefined) return found("up");
    found("down", word);
    throw storeDown(backendId, word);
  }

  /** What is wrong; undefined: nothing. */
  async function wordOf(id: Promise<string | undefined>): Promise<string | undefined> {
    try {
      if ((await id) === known) return undefined;
      return `the directory ${root} is not the one it was: is its disk mounted?`;
    } catch (error) {
      const failure = diskFailure(backendId, error);
      if (!failure) throw error;
      return failure.message;
    }
  }

  /** Before, as nothing may be written elsewhere; after, as it may have gone meanwhile. */
  const writing =
    <T extends unknown[], R>(work: (...given: T) => Promise<R>) =>
    async (...given: T): Promise<R> => {
      await assertMounted();
      try {
        return await work(...given);
      } catch (error) {
        throw diskFailure(backendId, error) ?? error;
      } finally {
        await assertMounted();
      }
    };
  const reading =
    <T extends unknown[], R>(work: (...given: T) => Promise<R>) =>
    (...given: T): Promise<R> =>
      work(...given).catch(async (error: unknown) => {
        const failure = diskFailure(backendId, error);
        if (failure || isAppError(error) || isMissing(error)) await assertMounted();
        throw failure ?? error;
      });
  async function* listing<T>(items: AsyncIterable<T>) {
    await assertMounted();
    try {
      yield* items;
    } catch (error) {
      throw diskFailure(backendId, error) ?? error;
    } finally {
      await assertMounted();
    }
  }

  const { listUploads, dropUpload } = driver;
  const watched: ServedDriver & { sentinel(): Promise<string> } = {
    ...driver,
    async sentinel() {
      // A new one in a directory that took the other's place would make it ours.
      if (known !== undefined) return (await present()) ?? "missing";
      known = await readSentinel(root);
      return known;
    },
    health: () => ({ ...health }),
    check: assertMounted,
    put: (key, body, options) => {
      const put = writing(driver.put);
      return put(key, body, options).finally(() => body.destroy());
    },
    putPart: (target, partNumber, body) => {
      const putPart = writing(driver.putPart);
      return putPart(target, partNumber, body).finally(() => body.destroy());
    },
    openUpload: writing(driver.openUpload),
    finishUpload: writing(driver.finishUpload),
    delete: writing(driver.delete),
    abortUpload: writing(driver.abortUpload),
    ...(dropUpload && { dropUpload: writing(dropUpload) }),
    head: reading(driver.head),
    get: reading(driver.get),
    listParts: writing(driver.listParts),
    list: (prefix, after) => listing(driver.list(prefix, after)),
    ...(listUploads && { listUploads: (clientId) => listing(listUploads(clientId)) }),
  };
  return watched;
}
