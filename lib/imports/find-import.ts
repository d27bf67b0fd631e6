import type { Context } from "@/lib/context";

/** An import that still waits for its bytes; undefined: done, failed, called off or gone. */
export async function findImport(ctx: Context, artifactId: string) {
  const { clientId } = ctx;
  const row = await ctx.db.import.findUnique({
    where: { clientId_artifactId: { clientId, artifactId } },
    include: { artifact: true },
  });
  if (row?.artifact.status !== "UPLOADING") return undefined;
  const upload = await ctx.db.upload.findUnique({
    where: { clientId_id: { clientId, id: row.uploadId } },
  });
  if (upload?.state !== "OPEN" && upload?.state !== "COMPLETING") return undefined;
  return { ...row, upload };
}

export type OpenImport = NonNullable<Awaited<ReturnType<typeof findImport>>>;
