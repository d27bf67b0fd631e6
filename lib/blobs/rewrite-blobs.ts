import { type BaseContext, jobContext } from "@/lib/context";
import { type CopyOutcome, copyBlob } from "./copy-blob";
import { pagesOfLying, type Wanted } from "./find-lying";
import type { LyingOfClient } from "./lying";
import { patiently } from "./patiently";
import { withMoveLock } from "./with-move-lock";

interface RewriteWatcher {
  signal: AbortSignal;
  onFile(outcome: CopyOutcome | "same", file: LyingOfClient): void;
}

/**
 * Writes anew what is not stored as it is set up now: with another key, not encrypted yet or still,
 * not compressed. Every file stays readable all the while; the same call goes on where it was cut.
 */
export async function rewriteBlobs(
  ctx: BaseContext,
  wanted: Wanted,
  { signal, onFile }: RewriteWatcher,
): Promise<void> {
  const { backendId: to } = wanted;
  await withMoveLock(ctx, async () => {
    for await (const page of pagesOfLying(ctx, wanted)) {
      for (const file of page) {
        signal.throwIfAborted();
        const one = jobContext(ctx, "rewrite-blobs", file.clientId, ctx.log);
        if (await isAsSetUp(ctx, file, to)) {
          onFile("same", file);
          continue;
        }
        const order = { to, replaces: file.id, signal };
        onFile(await patiently(() => copyBlob(one, file, order), signal), file);
      }
    }
  });
}

async function isAsSetUp(ctx: BaseContext, file: LyingOfClient, to: string): Promise<boolean> {
  const { clientId, contentType, sizeBytes } = file;
  const bytes = { contentType, sizeBytes: Number(sizeBytes) };
  const { encodings } = await ctx.storage.placeFor(clientId, to, bytes);
  return encodings.join() === file.encodings.join();
}
