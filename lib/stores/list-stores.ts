import { assertAdministrator, type PersonContext } from "@/lib/auth";
import { countLying } from "@/lib/blobs";
import { isServed } from "@/lib/storage";
import { Examination, type Store } from "./schema";

/** Every place that is configured, the one for new files first, with what lies there. */
export async function listStores(ctx: PersonContext): Promise<{ items: Store[] }> {
  assertAdministrator(ctx);
  const { drivers, current } = ctx.storage;
  const rows = await ctx.db.backend.findMany({
    where: { id: { in: drivers.map(({ backendId }) => backendId) } },
  });
  const profiles = new Map(rows.map(({ id, profile }) => [id, profile]));
  const items = await Promise.all(
    drivers.map(async (driver) => {
      const { backendId: id, kind } = driver;
      return {
        ...{ id, kind, isCurrent: id === current.backendId, isDirect: !isServed(driver) },
        ...(await countLying(ctx, { backendId: id, clientId: undefined })),
        examination: examinationIn(profiles.get(id)),
      };
    }),
  );
  return { items };
}

/** What an older version has kept may have another shape: then it was never examined. */
function examinationIn(profile: unknown): Examination | null {
  const kept = (profile as { capabilities?: unknown } | undefined)?.capabilities;
  const parsed = Examination.safeParse(kept);
  return parsed.success ? parsed.data : null;
}
