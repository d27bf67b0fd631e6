import { isAppError } from "@/lib/errors";
import type { Driver } from "@/lib/storage";

const atOnce = 8;

/** undefined: there is no such object. A store that does not answer throws. */
export async function sizesAt(
  driver: Driver,
  keys: readonly string[],
): Promise<Map<string, number | undefined>> {
  const sizes = new Map<string, number | undefined>();
  for (let from = 0; from < keys.length; from += atOnce) {
    const some = keys.slice(from, from + atOnce);
    const found = await Promise.all(some.map((key) => sizeOf(driver, key)));
    for (const [at, key] of some.entries()) sizes.set(key, found[at]);
  }
  return sizes;
}

async function sizeOf(driver: Driver, key: string): Promise<number | undefined> {
  try {
    return (await driver.head(key)).sizeBytes;
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return undefined;
    throw error;
  }
}
