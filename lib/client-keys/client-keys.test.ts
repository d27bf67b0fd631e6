import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import type { Db } from "@/lib/db";
import { testClient, testRuntime } from "@/lib/testing";
import { addClientKey, createKeyring, rewrapClientKeys } from ".";

/** With no keys but its own, which nobody else sees: other tests have theirs meanwhile. */
async function alone(work: (db: Db) => Promise<void>): Promise<void> {
  const { db } = await testRuntime();
  if (!("$transaction" in db)) throw new Error("a transaction is under way");
  const over = new Error("over");
  const done = db.$transaction(async (db) => {
    await db.clientKey.deleteMany();
    await work(db);
    throw over;
  });
  await expect(done).rejects.toBe(over);
}

const [old, present, wrong] = [randomBytes(32), randomBytes(32), randomBytes(32)];

it("opens a client's keys with either master key, and wraps them anew with the present one", async () => {
  const { clientId } = await testClient();
  await alone(async (db) => {
    const before = createKeyring(db, [old]);
    const id = await before.currentId(clientId);
    const key = await before.open(clientId, id);
    expect(key).toHaveLength(32);
    expect(await createKeyring(db, [present, old]).open(clientId, id)).toEqual(key);
    expect(await rewrapClientKeys(db, [present, old])).toBe(1);
    expect(await rewrapClientKeys(db, [present, old])).toBe(0);
    expect(await createKeyring(db, [present]).open(clientId, id)).toEqual(key);
  });
});

it("changes nothing when one of them cannot be opened, and names the variable", async () => {
  const { clientId } = await testClient();
  await alone(async (db) => {
    for (const master of [old, wrong]) await addClientKey(db, [master], clientId);
    const rows = () => db.clientKey.findMany({ orderBy: { id: "asc" } });
    const kept = await rows();
    await expect(rewrapClientKeys(db, [present, old])).rejects.toThrow("ENCRYPTION_KEY_PREVIOUS");
    await expect(rewrapClientKeys(db, [])).rejects.toThrow("set ENCRYPTION_KEY");
    expect(await rows()).toEqual(kept);
  });
});

it("gives no client the key of another", async () => {
  const { db } = await testRuntime();
  const [mine, other] = await Promise.all([testClient(), testClient()]);
  const keyring = createKeyring(db, [present]);
  const id = await keyring.currentId(mine.clientId);
  await expect(keyring.open(other.clientId, id)).rejects.toMatchObject({ reason: "key_missing" });
});
