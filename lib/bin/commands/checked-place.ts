import { checkStore, type Driver, type Storage } from "@/lib/storage";
import { namedPlace } from "./named-place";

/** The place, once it lets us in. Throws a sentence that says what to set or to change. */
export async function checkedPlace(
  storage: Storage,
  id: string,
  clientId: string | undefined,
): Promise<Driver> {
  const driver = namedPlace(storage, id);
  await checkStore(driver, { clientId });
  return driver;
}
