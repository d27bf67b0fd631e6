import { audit } from "@/lib/audit";
import { assertAdministrator, limit, type PersonContext } from "@/lib/auth";
import {
  bringHomeJob,
  countBacklog,
  countHealth,
  countUnreplicated,
  healJob,
  readable,
  replicateJob,
  scrubJob,
} from "@/lib/blobs";
import { enqueue } from "@/lib/jobs";
import { findStore } from "./find-store";
import type { CareAction, CareOrder, StartCare } from "./schema";

const perStore = { points: 30, durationSeconds: 60 };
const jobs: Record<CareAction, readonly string[]> = {
  bring_home: [bringHomeJob],
  // What was wrong is read by the second: at once, whatever the rate is.
  verify: [scrubJob, healJob],
  heal: [healJob],
  replicate: [replicateJob],
};

/** Begins now what the clock would begin by itself. Answers how much there is to do. */
export async function startCare(
  ctx: PersonContext,
  id: string,
  { action, isDryRun = false }: StartCare,
): Promise<CareOrder> {
  assertAdministrator(ctx);
  findStore(ctx, id);
  await limit(ctx, "store-care", id, perStore);
  const order = await orderOf(ctx, id, action);
  if (isDryRun) return order;
  if (action === "verify") await readAllAgain(ctx, id);
  if (action === "heal") await retryAll(ctx, id);
  for (const name of jobs[action]) await enqueue(ctx, name, {}, { jobKey: name });
  await audit(ctx, "store.care", id, { action });
  return order;
}

async function orderOf(ctx: PersonContext, id: string, action: CareAction): Promise<CareOrder> {
  switch (action) {
    case "bring_home": {
      const { files, bytes } = await countBacklog(ctx, id);
      return { files, bytes };
    }
    case "verify":
      return countReadable(ctx, id);
    case "heal":
      return { files: (await countHealth(ctx, id)).healing, bytes: 0 };
    case "replicate":
      return { files: await countUnreplicated(ctx, id), bytes: 0 };
  }
}

async function countReadable(ctx: PersonContext, backendId: string): Promise<CareOrder> {
  const { _count: files, _sum } = await ctx.db.placement.aggregate({
    where: { backendId, state: readable },
    _count: true,
    _sum: { storedSizeBytes: true },
  });
  return { files, bytes: Number(_sum.storedSizeBytes ?? 0) };
}

async function readAllAgain(ctx: PersonContext, id: string): Promise<void> {
  await ctx.db.placement.updateMany({
    where: { backendId: id, state: readable },
    data: { verifiedAt: null, healAfter: null },
  });
}

async function retryAll(ctx: PersonContext, id: string): Promise<void> {
  await ctx.db.placement.updateMany({
    where: { backendId: id, healAfter: { not: null } },
    data: { healAfter: null },
  });
}
