import { countLying } from "@/lib/blobs";
import { formatBytes } from "@/lib/format-bytes";
import { contextOf, type Runtime } from "@/lib/runtime";
import { operator } from "./operator";
import type { Out } from "./out";

/** Every place with its kind and what lies there. */
export async function storageList(runtime: Runtime, out: Out): Promise<number> {
  const ctx = contextOf(runtime, operator);
  const { drivers, current } = runtime.storage;
  for (const { backendId, kind } of drivers) {
    const { files, bytes } = await countLying(ctx, { backendId, clientId: undefined });
    const isCurrent = backendId === current.backendId ? "  ← new files" : "";
    const named = `${backendId.padEnd(16)}${kind.padEnd(8)}`;
    out.write(`${named}${files} files, ${formatBytes(bytes)}${isCurrent}\n`);
  }
  return 0;
}
