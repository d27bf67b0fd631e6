import { type CopyOutcome, moveBlobs } from "@/lib/blobs";
import { contextOf, type Runtime } from "@/lib/runtime";
import { checkedPlace } from "./checked-place";
import { operator } from "./operator";
import type { Out } from "./out";
import { createProgressBar } from "./progress-bar";

interface MigrateOptions {
  from: string;
  to: string;
  client?: string;
  atOnce: number;
}

const words: Record<Exclude<CopyOutcome, "copied" | "gone">, string> = {
  missing: "is not where its record says",
  damaged: "is not what its record says",
};

/** 0: all is there now. 1: some files could not be moved, and stayed where they were. */
export async function storageMigrate(
  runtime: Runtime,
  { from, to, client: clientId, atOnce }: MigrateOptions,
  out: Out,
  signal: AbortSignal,
): Promise<number> {
  for (const id of [from, to]) await checkedPlace(runtime, id, clientId);
  const target = { write: (text: string) => out.write(text), isTTY: process.stdout.isTTY };
  const bar = createProgressBar(target);
  const counts: Record<CopyOutcome, number> = { copied: 0, missing: 0, damaged: 0, gone: 0 };
  await moveBlobs(
    contextOf(runtime, operator),
    { from, to, clientId, atOnce },
    {
      signal,
      onStart: (total) => bar.start(total),
      onFile(outcome, { clientId, objectKey, sizeBytes }) {
        counts[outcome] += 1;
        if (outcome === "missing" || outcome === "damaged") {
          bar.say(`  ${clientId}: ${objectKey} ${words[outcome]}; it stays there`);
        }
        bar.add(Number(sizeBytes));
      },
    },
  );
  bar.end();
  const stayed = counts.missing + counts.damaged;
  out.write(`${counts.copied} files moved from ${from} to ${to}, each compared by its hash.\n`);
  if (stayed > 0) out.write(`${stayed} files stayed where they were: see above.\n`);
  if (counts.copied > 0) {
    out.write("What they left is deleted in an hour, when no address leads there any more.\n");
  }
  if (runtime.storage.current.backendId === from) {
    out.write(
      `New files still go to ${from}: set STORAGE_TYPE=${to}, restart, and run this again.\n`,
    );
  }
  return stayed > 0 ? 1 : 0;
}
