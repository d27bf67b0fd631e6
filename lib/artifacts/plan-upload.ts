import { type Driver, partCount, type UploadHandle } from "@/lib/storage";
import type { UploadPlan } from "@/lib/uploads/schema";

/** URLs that an answer carries at once; more are asked for while these are under way. */
const urlsAtOnce = 16;

/** What the sender does next. `missing`: the parts that have not arrived; all when left out. */
export async function planUpload(
  driver: Driver,
  handle: UploadHandle,
  missing?: readonly number[],
): Promise<UploadPlan> {
  if (handle.partSizeBytes === undefined) {
    return { kind: "put", request: await driver.signPut(handle) };
  }
  const count = partCount(handle);
  const wanted = missing ?? Array.from({ length: Math.min(count, urlsAtOnce) }, (_, i) => i + 1);
  return {
    kind: "parts",
    partSizeBytes: handle.partSizeBytes,
    partCount: count,
    requests: await driver.signParts(handle, wanted.slice(0, urlsAtOnce)),
  };
}
