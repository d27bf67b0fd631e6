import type { Runtime } from "@/lib/runtime";
import { namedPlace } from "./named-place";
import type { Out } from "./out";

/** Prints what confines a key of the store to one client's files. */
export async function clientPolicy(
  { storage, db }: Runtime,
  clientId: string,
  { store }: { store?: string },
  out: Out,
): Promise<number> {
  const client = await db.client.findUnique({ where: { id: clientId }, select: { id: true } });
  if (!client) throw new Error(`There is no client ${clientId}.`);
  const driver = store === undefined ? storage.current : namedPlace(storage, store);
  const policy = driver.clientPolicy?.(clientId);
  if (policy === undefined) {
    throw new Error(
      `The place "${driver.backendId}" knows no keys: name one that does with --store, of ` +
        storage.drivers.map(({ backendId }) => backendId).join(", "),
    );
  }
  out.write(`${policy}\n`);
  return 0;
}
