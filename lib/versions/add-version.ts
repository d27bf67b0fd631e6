import type { Context } from "@/lib/context";
import type { Prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { maxVersions } from "./schema";

interface NewVersion {
  origin: "UPLOAD" | "TRIM";
  fileName: string;
  contentType: string;
  sizeBytes: number;
  edit?: Prisma.InputJsonObject;
  createdById: string | null;
}

/** A version whose bytes are still to come; in a transaction that has locked the artifact. */
export async function addVersion(
  ctx: Context,
  artifactId: string,
  version: NewVersion,
): Promise<number> {
  const { clientId } = ctx;
  const where = { clientId, artifactId };
  const { _max, _count } = await ctx.db.artifactVersion.aggregate({
    where,
    _max: { number: true },
    _count: true,
  });
  if (_count >= maxVersions) {
    const params = { max: maxVersions };
    throw new AppError("conflict", "too many versions", { reason: "too_many_versions", params });
  }
  const number = (_max.number ?? 0) + 1;
  await ctx.db.artifactVersion.create({ data: { ...where, ...version, number, state: "PENDING" } });
  return number;
}
