import type { Db } from "@/lib/db";
import { keyName } from "./create-keyring";
import { masterKeyIdOf, unwrapKey, wrapKey } from "./wrap-key";

/**
 * At the start: keys that are wrapped with the former master key are wrapped with the present one;
 * the files stay as they are. Throws a sentence when a key cannot be opened, before anybody stores
 * or looks for something.
 */
export async function rewrapClientKeys(db: Db, masterKeys: readonly Buffer[]): Promise<number> {
  const [present] = masterKeys;
  const presentId = present && masterKeyIdOf(present);
  const rows = await db.clientKey.findMany({
    where: presentId === undefined ? {} : { masterKeyId: { not: presentId } },
  });
  if (rows.length === 0) return 0;
  if (!present || presentId === undefined) {
    throw new Error("There are encrypted files, but no key to open them: set ENCRYPTION_KEY");
  }
  // All are opened before the first one is changed: a start that is refused changes nothing.
  const opened = rows.map(({ clientId, id, wrapped, masterKeyId }) => {
    const former = masterKeys.find((key) => masterKeyIdOf(key) === masterKeyId);
    const key = former && unwrapKey(former, wrapped, keyName(clientId, id));
    if (key) return { clientId, id, masterKeyId, key };
    throw new Error(
      "ENCRYPTION_KEY is not the one that the clients' keys were wrapped with: " +
        "set it back, or set the former one in ENCRYPTION_KEY_PREVIOUS",
    );
  });
  for (const { key, ...row } of opened) {
    const wrapped = new Uint8Array(wrapKey(present, key, keyName(row.clientId, row.id)));
    // Of two processes that start together the second one changes nothing.
    await db.clientKey.updateMany({ where: row, data: { wrapped, masterKeyId: presentId } });
  }
  return rows.length;
}
