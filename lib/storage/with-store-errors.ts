import { isAppError } from "@/lib/errors";
import type { Driver } from "./driver";

const isPlain = new Set(["list", "clientPolicy", "pathOf"]);

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
  async function* list(prefix: string) {
    try {
      yield* driver.list(prefix);
    } catch (error) {
      throw inOurs(error);
    }
  }
  return { ...Object.fromEntries(wrapped), list } as D;
}
