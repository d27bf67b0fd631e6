import type { BaseContext } from "@/lib/context";
import { type Driver, registerBackend } from "@/lib/storage";

/**
 * Throws unless the store is there and is the one that the records speak of: a disk by the name
 * that it carries, a bucket by a listing, as a HEAD in a bucket that is gone says only 404.
 */
export async function assertAnswers(
  ctx: BaseContext,
  driver: Driver,
  clientId: string,
): Promise<void> {
  await registerBackend(ctx.db, driver);
  for await (const _ of driver.list(`${clientId}/`)) break;
}
