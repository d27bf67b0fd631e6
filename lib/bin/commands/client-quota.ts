import { jobContext } from "@/lib/context";
import { formatBytes } from "@/lib/format-bytes";
import { changeQuota, readUsage } from "@/lib/quotas";
import type { SetQuota, Usage } from "@/lib/quotas/schema";
import { contextOf, type Runtime } from "@/lib/runtime";
import type { OrNone } from "./arguments";
import { operator } from "./operator";
import type { Out } from "./out";

/** Left out: as it was. */
interface QuotaOptions {
  bytes?: OrNone;
  objects?: OrNone;
  fileSize?: OrNone;
}

/** Sets what is given, and says what the client has and may have. */
export async function clientQuota(
  runtime: Runtime,
  clientId: string,
  { bytes, objects, fileSize }: QuotaOptions,
  out: Out,
): Promise<number> {
  const base = contextOf(runtime, operator);
  const present = await readUsage(base, clientId).catch((cause) => {
    throw new Error(`There is no client ${clientId}.`, { cause });
  });
  const isGiven = [bytes, objects, fileSize].some((limit) => limit !== undefined);
  const limits: SetQuota = {
    maxBytes: limitOf(bytes, present.maxBytes),
    maxObjects: limitOf(objects, present.maxObjects),
    maxFileBytes: limitOf(fileSize, present.maxFileBytes),
  };
  const ctx = jobContext(base, operator.name, clientId, base.log);
  write(isGiven ? await changeQuota(ctx, limits) : present, out);
  return 0;
}

function write(usage: Usage, out: Out): void {
  const { usedBytes, reservedBytes, objects, maxBytes, maxObjects, maxFileBytes } = usage;
  const uploads = reservedBytes > 0 ? `, ${formatBytes(reservedBytes)} of it on its way` : "";
  const used = formatBytes(usedBytes + reservedBytes);
  out.write(`storage    ${used} of ${named(maxBytes, formatBytes)}${uploads}\n`);
  out.write(`files      ${objects} of ${named(maxObjects, String)}\n`);
  out.write(`one file   ${named(maxFileBytes, formatBytes)}\n`);
}

function limitOf(given: OrNone | undefined, present: number | null): number | null {
  if (given === undefined) return present;
  return given === "none" ? null : given;
}

function named(limit: number | null, format: (limit: number) => string): string {
  return limit === null ? "no limit" : format(limit);
}
