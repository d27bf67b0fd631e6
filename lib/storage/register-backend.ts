import type { Db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { type Driver, isServed } from "./driver";

/**
 * Makes the row that placements name. Refuses a disk that is not the one which the other
 * processes on this database use: what one of them stored, the others could not serve.
 */
export async function registerBackend(db: Db, driver: Driver): Promise<void> {
  const { backendId: id, kind } = driver;
  await db.backend.createMany({ data: [{ id, kind }], skipDuplicates: true });
  const sentinel = isServed(driver) ? await driver.sentinel?.() : undefined;
  if (sentinel === undefined) return;
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
