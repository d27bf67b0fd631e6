import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { SavedView } from "./schema";

const maxOwn = 50;
const maxShared = 100;

/** Views of one client are written one after the other, so that what is counted stays so. */
export async function lockViews({ db, clientId }: Context): Promise<void> {
  await db.$queryRaw`select 1 from clients where id = ${clientId} for no key update`;
}

/** Under the lock, before one is written: its owner has no other of this name, and not too many. */
export async function assertRoomFor(
  { db, clientId }: Context,
  userId: string,
  { id, name, isShared }: Pick<SavedView, "id" | "name" | "isShared">,
): Promise<void> {
  const others = { clientId, id: { not: id } };
  if (await db.savedView.findFirst({ where: { ...others, userId, name } })) {
    throw new AppError("conflict", "the name is taken", { reason: "view_name_taken" });
  }
  const own = await db.savedView.count({ where: { ...others, userId } });
  const shared = isShared ? await db.savedView.count({ where: { ...others, isShared } }) : 0;
  if (own >= maxOwn || shared >= maxShared) {
    const params = { count: own >= maxOwn ? maxOwn : maxShared };
    throw new AppError("precondition_failed", "too many views", {
      reason: "too_many_views",
      params,
    });
  }
}
