import { isAppError } from "@/lib/errors";
import type { Driver } from "./driver";

const isPlain = new Set(["list", "listUploads", "clientPolicy", "pathOf"]);

/** Every refusal and silence of the store in our codes. */
export function withStoreErrors<D extends Driver>(
  driver: D,
  translate: (error: unknown, backendId: string) => unknown,
): D {
  const inOurs = (error: unknown) =>
    isAppError(error) ? error : translate(error, driver.backendId);
  const wrapped = Object.entries(driver).map(([name, value]: [string, unknown]) => {
    if (typeof value !== "function" || isPlain.has(name)) return [name, value];
    const call = async (...args: unknown[]) => {
      try {
        return await value(...args);
      } catch (error) {
        throw inOurs(error);
      }
    };
    return [name, call];
  });
  async function* each<T>(items: AsyncIterable<T>) {
    try {
      yield* items;
    } catch (error) {
      throw inOurs(error);
    }
  }
  const { listUploads } = driver;
  const lists = {
    list: (prefix: string, after?: string) => each(driver.list(prefix, after)),
    ...(listUploads && { listUploads: (clientId: string) => each(listUploads(clientId)) }),
  };
  return { ...Object.fromEntries(wrapped), ...lists } as D;
}
