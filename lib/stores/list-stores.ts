import { assertAdministrator, type PersonContext } from "@/lib/auth";
import { countBacklog, countHealth, countLying, countUnreplicated } from "@/lib/blobs";
import { runtime } from "@/lib/runtime";
import { type Driver, isServed, type StorageCounts } from "@/lib/storage";
import { Examination, type Store, type StoreList } from "./schema";

/** Every place that is configured, the one for new files first, with what lies there. */
export async function listStores(ctx: PersonContext): Promise<StoreList> {
  assertAdministrator(ctx);
  const { drivers, layers } = ctx.storage;
  const rows = await ctx.db.backend.findMany({
    where: { id: { in: drivers.map(({ backendId }) => backendId) } },
  });
  const profiles = new Map(rows.map(({ id, profile }) => [id, profile]));
  const counts = ctx.storage.counts();
  const items = await Promise.all(
    drivers.map((driver) => toStore(ctx, driver, counts, profiles.get(driver.backendId))),
  );
  const { isEncrypted, hasFallback, scrubBytesPerSecond, compression } = layers;
  return {
    items,
    layers: {
      ...{ isEncrypted, hasFallback, scrubBytesPerSecond },
      compressed: compression ? counts.compressed : null,
      memoryCache: counts.memoryCache ?? null,
      diskCache: counts.diskCache ?? null,
    },
  };
}

async function toStore(
  ctx: PersonContext,
  driver: Driver,
  counts: StorageCounts,
  profile: unknown,
): Promise<Store> {
  const { backendId: id, kind } = driver;
  const { current, layers } = ctx.storage;
  const isReplica = layers.replicaId === id;
  const [lying, { oldestAt, ...backlog }, care, unreplicated] = await Promise.all([
    countLying(ctx, { backendId: id, clientId: undefined }),
    countBacklog(ctx, id),
    countHealth(ctx, id),
    isReplica ? countUnreplicated(ctx, id) : 0,
  ]);
  const location = runtime().config.stores.find((store) => store.id === id);
  const health = driver.health?.();
  return {
    ...{ id, kind, isCurrent: id === current.backendId, isDirect: !isServed(driver), isReplica },
    isFallback: layers.hasFallback && kind === "local",
    region: location?.placeRegion ?? null,
    ...lying,
    health: {
      state: health?.state ?? "up",
      since: health?.since.toISOString() ?? null,
      lastError: health?.lastError ?? null,
      latencyMs: counts.latencies[id] ?? null,
    },
    operations: counts.stores[id] ?? nothing,
    backlog: { ...backlog, oldestAt: oldestAt?.toISOString() ?? null },
    ...{ care, unreplicated, examination: examinationIn(profile) },
  };
}

const none = { count: 0, failures: 0, bytes: 0, totalMs: 0, slowestMs: 0 };
const nothing = { read: none, write: none, delete: none, ask: none };

/** What an older version has kept may have another shape: then it was never examined. */
function examinationIn(profile: unknown): Examination | null {
  const kept = (profile as { capabilities?: unknown } | undefined)?.capabilities;
  const parsed = Examination.safeParse(kept);
  return parsed.success ? parsed.data : null;
}
