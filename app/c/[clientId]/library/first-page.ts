import type { FirstList, ListKey } from "@/components/library/artifact-queries";
import { listArtifacts } from "@/lib/artifacts";
import { ListArtifacts } from "@/lib/artifacts/schema";
import { clientContext } from "@/lib/auth";
import { AppError } from "@/lib/errors";
import type { HeaderReader } from "@/lib/header-reader";
import { getUsage } from "@/lib/quotas";
import { fullnessOf } from "@/lib/quotas/facts";

/** More than a window shows; what follows is asked for while people look. */
const firstPageSize = 24;

/**
 * What the address asks for, so that the page comes with its pictures. undefined for an address
 * that asks for nonsense, or a person who may not: the browser asks as well, and tells why.
 */
export async function firstPage(
  headers: HeaderReader,
  clientId: string,
  key: ListKey,
): Promise<FirstList | undefined> {
  const { filter, sort } = key;
  const query = ListArtifacts.safeParse({ ...filter, sort, limit: firstPageSize });
  if (!query.success) return undefined;
  try {
    const ctx = await clientContext(headers, clientId);
    const [page, usage] = await Promise.all([listArtifacts(ctx, query.data), getUsage(ctx)]);
    const at = Date.now();
    const isTight = (fullnessOf(usage)?.level ?? "fine") !== "fine";
    return { key, page, at, usage: { usage, isTight, at } };
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
