import { randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import { v7 as uuid } from "uuid";
import type { Db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Keyring } from "@/lib/storage";
import { masterKeyIdOf, unwrapKey, wrapKey } from "./wrap-key";

const keyBytes = 32;
/** So long may another process go on writing with a key that was just replaced. */
const currentMs = 10_000;

/** The clients' keys, opened with the operator's master keys, the present one first. */
export function createKeyring(db: Db, masterKeys: readonly Buffer[]): Keyring {
  const opened = new LRUCache<string, Buffer>({ max: 5_000 });
  const current = new LRUCache<string, string>({ max: 5_000, ttl: currentMs });

  async function newest(clientId: string): Promise<string> {
    const row = await db.clientKey.findFirst({
      where: { clientId },
      select: { id: true },
      orderBy: { id: "desc" },
    });
    return row?.id ?? addClientKey(db, masterKeys, clientId);
  }

  return {
    async currentId(clientId) {
      const known = current.get(clientId);
      if (known) return known;
      const id = await newest(clientId);
      current.set(clientId, id);
      return id;
    },

    async open(clientId, id) {
      const name = keyName(clientId, id);
      const known = opened.get(name);
      if (known) return known;
      const row = await db.clientKey.findUnique({ where: { clientId_id: { clientId, id } } });
      const masterKey = masterKeys.find((key) => masterKeyIdOf(key) === row?.masterKeyId);
      const key = row && masterKey && unwrapKey(masterKey, row.wrapped, name);
      if (!key) {
        throw new AppError("unavailable", `the key ${id} of ${clientId} cannot be opened`, {
          reason: "key_missing",
        });
      }
      opened.set(name, key);
      return key;
    },
  };
}

/** Another key for what the client stores from now on; what is there keeps its own. */
export async function addClientKey(
  db: Db,
  [masterKey]: readonly Buffer[],
  clientId: string,
): Promise<string> {
  if (!masterKey) throw new Error("ENCRYPTION_KEY is not set");
  const id = uuid();
  const wrapped = wrapKey(masterKey, randomBytes(keyBytes), keyName(clientId, id));
  const masterKeyId = masterKeyIdOf(masterKey);
  await db.clientKey.create({
    data: { clientId, id, wrapped: new Uint8Array(wrapped), masterKeyId },
  });
  return id;
}

/** What a wrapped key is bound to. */
export function keyName(clientId: string, id: string): string {
  return `${clientId}/${id}`;
}
