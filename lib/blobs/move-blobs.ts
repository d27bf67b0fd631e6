import { type BaseContext, jobContext } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { type CopyOutcome, copyBlob } from "./copy-blob";
import { countLying, pagesOfLying, type Wanted } from "./find-lying";
import type { LyingOfClient } from "./lying";
import { patiently } from "./patiently";
import { withMoveLock } from "./with-move-lock";

interface MoveOrder {
  from: string;
  to: string;
  /** undefined: every client's. */
  clientId: string | undefined;
  atOnce: number;
}

interface MoveWatcher {
  signal: AbortSignal;
  onStart(total: { files: number; bytes: number }): void;
  onFile(outcome: CopyOutcome, file: LyingOfClient): void;
}

/**
 * Moves what lies in one store to another while everything goes on playing. What is uploaded there
 * meanwhile is moved too. One at a time on a database (`conflict`, `move_runs`).
 */
export async function moveBlobs(
  ctx: BaseContext,
  { from, to, clientId, atOnce }: MoveOrder,
  watcher: MoveWatcher,
): Promise<void> {
  ctx.storage.backend(from);
  ctx.storage.backend(to);
  if (from === to) throw new AppError("invalid", "from and to are the same store");
  const wanted: Wanted = { backendId: from, clientId };
  await withMoveLock(ctx, async () => {
    watcher.onStart(await countLying(ctx, wanted));
    const refused = new Set<string>();
    for (let moved = 1; moved > 0; ) {
      moved = 0;
      for await (const page of pagesOfLying(ctx, wanted)) {
        const todo = page.filter(({ id }) => !refused.has(id));
        await inParallel(todo, atOnce, async (file) => {
          watcher.signal.throwIfAborted();
          const one = jobContext(ctx, "move-blobs", file.clientId, ctx.log);
          const { signal } = watcher;
          const order = { to, replaces: file.id, signal };
          const outcome = await patiently(() => copyBlob(one, file, order), signal);
          if (outcome === "copied") moved += 1;
          else refused.add(file.id);
          watcher.onFile(outcome, file);
        });
      }
    }
  });
}

/** The first failure ends it, once what has begun is done. */
async function inParallel<T>(items: T[], atOnce: number, work: (item: T) => Promise<void>) {
  const queue = items.values();
  let failure: { error: unknown } | undefined;
  const workers = Array.from({ length: atOnce }, async () => {
    for (const item of queue) {
      if (failure) return;
      await work(item).catch((error) => {
        failure ??= { error };
      });
    }
  });
  await Promise.all(workers);
  if (failure) throw failure.error;
}
