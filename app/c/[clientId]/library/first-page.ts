import type { ListKey } from "@/components/library/artifact-queries";
import { listArtifacts } from "@/lib/artifacts";
import { type ArtifactPage, ListArtifacts } from "@/lib/artifacts/schema";
import { clientContext } from "@/lib/auth";
import { AppError } from "@/lib/errors";
import type { HeaderReader } from "@/lib/header-reader";

/** More than a window shows; what follows is asked for while people look. */
const firstPageSize = 24;

/**
 * What the address asks for, so that the page comes with its pictures. undefined for an address
 * that asks for nonsense, or a person who may not: the browser asks as well, and tells why.
 */
export async function firstPage(
  headers: HeaderReader,
  clientId: string,
  { filter, sort }: ListKey,
): Promise<ArtifactPage | undefined> {
  const query = ListArtifacts.safeParse({ ...filter, sort, limit: firstPageSize });
  if (!query.success) return undefined;
  try {
    return await listArtifacts(await clientContext(headers, clientId), query.data);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
