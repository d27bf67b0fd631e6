import { type AdoptOutcome, adoptObjects } from "@/lib/artifacts";
import { formatBytes } from "@/lib/format-bytes";
import { contextOf, type Runtime } from "@/lib/runtime";
import { checkedPlace } from "./checked-place";
import { operator } from "./operator";
import type { Out } from "./out";
import { placeOfAddress } from "./place-of-address";

interface AdoptOptions {
  client?: string;
  dryRun: boolean;
}

/** Always 0: said again, it takes what has come since. */
export async function storageAdopt(
  runtime: Runtime,
  address: string,
  { client, dryRun: isRehearsal }: AdoptOptions,
  out: Out,
  signal: AbortSignal,
): Promise<number> {
  const place = placeOfAddress(runtime.config.stores, address, client);
  await checkedPlace(runtime, place.backendId, place.clientId);
  const counts: Record<AdoptOutcome, number> = { adopted: 0, known: 0, ours: 0, skipped: 0 };
  let bytes = 0;
  await adoptObjects(contextOf(runtime, operator), {
    ...{ ...place, isRehearsal, signal },
    onObject(outcome, { key, sizeBytes }) {
      counts[outcome] += 1;
      if (outcome !== "adopted") return;
      bytes += sizeBytes;
      out.write(`  ${key}  ${formatBytes(sizeBytes)}\n`);
    },
  });
  const verb = isRehearsal ? "would become" : "became";
  out.write(
    `${counts.adopted} files ${verb} artifacts of ${place.clientId}, ${formatBytes(bytes)}; `,
  );
  out.write(`${counts.known} are artifacts already, ${counts.skipped} are no files of anybody.\n`);
  if (!isRehearsal && counts.adopted > 0) {
    out.write("They stay where they are. The server examines them now and makes their pictures;\n");
    out.write("whoever deletes one in the library for good deletes it there, too.\n");
  }
  return 0;
}
