import type { Db } from "@/lib/db";
import { AppError, isAppError } from "@/lib/errors";
import { type Driver, isServed } from "./driver";
import { isStoreDown } from "./store-down";

/**
 * Makes the row that placements name. Refuses a disk that is not the one which the other
 * processes on this database use: what one of them stored, the others could not serve. Refuses
 * another bucket under the name of one that files lie in, likewise. `address`: where it is.
 */
export async function registerBackend(db: Db, driver: Driver, address?: string): Promise<void> {
  const { backendId: id, kind } = driver;
  await db.backend.createMany({ data: [{ id, kind }], skipDuplicates: true });
  const sentinel = isServed(driver) ? await driver.sentinel?.() : undefined;
  if (sentinel === undefined) {
    return address === undefined ? undefined : assertSameBucket(db, driver, address);
  }
  await db.$executeRaw`
    update backends set profile = profile || jsonb_build_object('sentinel', ${sentinel}::text)
    where id = ${id} and not jsonb_exists(profile, 'sentinel')`;
  const [known] = await db.$queryRaw<{ sentinel: string }[]>`
    select profile->>'sentinel' as sentinel from backends where id = ${id}`;
  if (known?.sentinel === sentinel) return;
  throw new AppError(
    "unavailable",
    `the directory of the store "${id}" is not the one that this database knows: ` +
      "all servers must share one directory, with the file .vitrine-store in it",
    { reason: "backend_unknown" },
  );
}

/** Whether a file is recorded there. */
export async function holdsFiles(db: Db, backendId: string): Promise<boolean> {
  const where = { backendId, state: "PRESENT" as const };
  return (await db.placement.findFirst({ where, select: { id: true } })) !== null;
}

const samples = 5;

/** The same bucket may get another address: then what was put there is there. */
async function assertSameBucket(db: Db, driver: Driver, address: string): Promise<void> {
  const { backendId: id } = driver;
  const [known] = await db.$queryRaw<{ address: string | null }[]>`
    select profile->>'address' as address from backends where id = ${id}`;
  if (known?.address === address) return;
  if (known?.address && !(await holdsOurs(db, driver))) {
    throw new Error(
      `The store "${id}" was ${known.address}, is now ${address}, and none of its files are there. ` +
        `Set it back, and name the new one in STORAGE_LOCATIONS; \`vitrine storage migrate\` moves the files`,
    );
  }
  await db.$executeRaw`
    update backends set profile = profile || jsonb_build_object('address', ${address}::text)
    where id = ${id}`;
}

/** Whether any of the newest files is there. Of one that does not answer nothing is said. */
async function holdsOurs(db: Db, driver: Driver): Promise<boolean> {
  const newest = await db.placement.findMany({
    where: { backendId: driver.backendId, state: "PRESENT" },
    select: { objectKey: true },
    orderBy: { createdAt: "desc" },
    take: samples,
  });
  for (const { objectKey } of newest) {
    try {
      await driver.head(objectKey);
      return true;
    } catch (error) {
      if (isStoreDown(error)) return true;
      if (!isAppError(error) || error.code !== "not_found") throw error;
    }
  }
  return newest.length === 0;
}
