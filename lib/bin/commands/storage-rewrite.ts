import { countLying, rewriteBlobs } from "@/lib/blobs";
import { contextOf, type Runtime } from "@/lib/runtime";
import { assertClient } from "./assert-client";
import { checkedPlace } from "./checked-place";
import { operator } from "./operator";
import type { Out } from "./out";
import { createProgressBar } from "./progress-bar";

interface RewriteOptions {
  client?: string;
}

/** 0: all is stored as it is set up now. 1: some files are not what their records say. */
export async function storageRewrite(
  runtime: Runtime,
  place: string | undefined,
  { client: clientId }: RewriteOptions,
  out: Out,
  signal: AbortSignal,
): Promise<number> {
  const { drivers } = runtime.storage;
  const places = place === undefined ? drivers.map(({ backendId }) => backendId) : [place];
  const ctx = contextOf(runtime, operator);
  if (clientId !== undefined) await assertClient(runtime.db, clientId);
  let hasWrong = false;
  for (const backendId of places) {
    await checkedPlace(runtime, backendId, runtime.config.CLIENT_ID);
    const counts = { copied: 0, same: 0, missing: 0, damaged: 0, gone: 0 };
    const target = { write: (text: string) => out.write(text), isTTY: process.stdout.isTTY };
    const bar = createProgressBar(target);
    bar.start(await countLying(ctx, { backendId, clientId }));
    await rewriteBlobs(
      ctx,
      { backendId, clientId },
      {
        signal,
        onFile(outcome, { clientId, objectKey, sizeBytes }) {
          counts[outcome] += 1;
          if (outcome === "missing" || outcome === "damaged") {
            bar.say(`  ${clientId}: ${objectKey} is ${outcome}; it stays as it is`);
          }
          bar.add(Number(sizeBytes));
        },
      },
    );
    bar.end();
    out.write(`${backendId}: ${counts.copied} files written anew, ${counts.same} were right.\n`);
    hasWrong ||= counts.missing + counts.damaged > 0;
  }
  return hasWrong ? 1 : 0;
}
