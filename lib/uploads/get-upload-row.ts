import { assertMayChange } from "@/lib/artifacts";
import { type Context, requireScope } from "@/lib/context";
import type { Prisma } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import type { UploadHandle } from "@/lib/storage";

const include = { artifact: { select: { createdById: true } } } as const;
export type UploadRow = Prisma.UploadGetPayload<{ include: typeof include }>;

/** An upload of this client that the caller may go on with: their own, or a manager's any. */
export async function getUploadRow(ctx: Context, id: string): Promise<UploadRow> {
  requireScope(ctx, "artifacts:write");
  const row = await ctx.db.upload.findUnique({
    where: { clientId_id: { clientId: ctx.clientId, id } },
    include,
  });
  if (!row) throw notFound("upload");
  assertMayChange(ctx, row.artifact);
  return row;
}

/** What the driver needs to go on, in any process. */
export function handleOf(row: UploadRow): UploadHandle {
  return {
    key: row.stagingKey,
    sizeBytes: Number(row.sizeBytes),
    contentType: row.contentType,
    expiresAt: row.expiresAt,
    partSizeBytes: row.partSizeBytes ?? undefined,
    storeUploadId: row.storeUploadId ?? undefined,
  };
}

/** Still waits for bytes. A completion that was cut midway counts: it can be said again. */
export function isOpen({ state }: Pick<UploadRow, "state">): boolean {
  return state === "OPEN" || state === "COMPLETING";
}

export function uploadGone(): AppError {
  return new AppError("precondition_failed", "the upload was given up", { reason: "upload_gone" });
}
