import type { Runtime } from "@/lib/runtime";
import { checkStore, type Driver, holdsFiles } from "@/lib/storage";
import { namedPlace } from "./named-place";

/** The place, once it lets us in. Throws a sentence that says what to set or to change. */
export async function checkedPlace(
  { db, storage }: Pick<Runtime, "db" | "storage">,
  id: string,
  clientId: string | undefined,
): Promise<Driver> {
  const driver = namedPlace(storage, id);
  await checkStore(driver, { clientId, holdsFiles: await holdsFiles(db, id) });
  return driver;
}
