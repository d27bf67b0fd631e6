import { createSessionCache } from "@/lib/auth";
import { createKeyring, rewrapClientKeys } from "@/lib/client-keys";
import type { Config } from "@/lib/config";
import type { Database } from "@/lib/db";
import type { Log } from "@/lib/log";
import { type Runtime, setRuntime } from "@/lib/runtime";
import { deriveSecrets } from "@/lib/secrets";
import { checkStore, createStorage, holdsFiles, registerBackend } from "@/lib/storage";
import { loadSecret } from "./load-secret";

/** What every request uses, and the rows that must be there before the first one. */
export async function prepareRuntime(
  config: Config,
  database: Database,
  log: Log,
  { checksStores = true } = {},
) {
  const { db, pool } = database;
  const secrets = deriveSecrets(await loadSecret(config));
  const { masterKeys } = config.layers;
  await rewrapClientKeys(db, masterKeys);
  const keyring = createKeyring(db, masterKeys);
  const storage = await createStorage({ config, secrets, log, keyring });
  for (const driver of storage.drivers) {
    if (checksStores) {
      const isInUse = await holdsFiles(db, driver.backendId);
      await checkStore(driver, { clientId: config.CLIENT_ID, holdsFiles: isInUse, log });
    }
    const place = config.stores.find(({ id }) => id === driver.backendId);
    await registerBackend(db, driver, place?.address ?? driver.backendId);
  }
  // Without a name the first-run page asks for it and makes the client.
  if (config.CLIENT_NAME) {
    const client = { id: config.CLIENT_ID, name: config.CLIENT_NAME };
    await db.client.createMany({ data: [client], skipDuplicates: true });
  }
  const sessions = createSessionCache();
  const runtime: Runtime = { config, log, secrets, db, pool, storage, sessions };
  setRuntime(runtime);
  return runtime;
}
