import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { testClient, testRuntime } from "@/lib/testing";
import { addClientKey, createKeyring, rewrapClientKeys } from ".";

const [old, present, wrong] = [randomBytes(32), randomBytes(32), randomBytes(32)];

it("opens a client's keys with either master key, and wraps them anew with the present one", async () => {
  const { db } = await testRuntime();
  await db.clientKey.deleteMany();
  const { clientId } = await testClient();
  const before = createKeyring(db, [old]);
  const id = await before.currentId(clientId);
  const key = await before.open(clientId, id);
  expect(key).toHaveLength(32);
  expect(await createKeyring(db, [present, old]).open(clientId, id)).toEqual(key);
  expect(await rewrapClientKeys(db, [present, old])).toBe(1);
  expect(await rewrapClientKeys(db, [present, old])).toBe(0);
  expect(await createKeyring(db, [present]).open(clientId, id)).toEqual(key);
});

it("changes nothing when one of them cannot be opened, and names the variable", async () => {
  const { db } = await testRuntime();
  await db.clientKey.deleteMany();
  const { clientId } = await testClient();
  for (const master of [old, wrong]) await addClientKey(db, [master], clientId);
  const rows = () => db.clientKey.findMany({ orderBy: { id: "asc" } });
  const kept = await rows();
  await expect(rewrapClientKeys(db, [present, old])).rejects.toThrow("ENCRYPTION_KEY_PREVIOUS");
  await expect(rewrapClientKeys(db, [])).rejects.toThrow("set ENCRYPTION_KEY");
  expect(await rows()).toEqual(kept);
});

it("gives no client the key of another", async () => {
  const { db } = await testRuntime();
  const [mine, other] = await Promise.all([testClient(), testClient()]);
  const keyring = createKeyring(db, [present]);
  const id = await keyring.currentId(mine.clientId);
  await expect(keyring.open(other.clientId, id)).rejects.toMatchObject({ reason: "key_missing" });
});
