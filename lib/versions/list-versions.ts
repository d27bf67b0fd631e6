import type { FailureReason } from "@/lib/artifacts/schema";
import { type Context, requireScope } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { findPrograms } from "@/lib/media";
import { runtime } from "@/lib/runtime";
import { mediaPath } from "@/lib/storage";
import type { VersionList } from "./schema";

interface Row {
  number: number;
  origin: "UPLOAD" | "TRIM";
  state: "PENDING" | "READY" | "FAILED";
  failureReason: FailureReason | null;
  isCurrent: boolean;
  fileName: string;
  contentType: string;
  sizeBytes: bigint;
  sha256: string | null;
  durationMs: number | null;
  width: number | null;
  height: number | null;
  posterSha256: string | null;
  createdById: string | null;
  createdByName: string | null;
  createdAt: Date;
}

export async function listVersions(ctx: Context, artifactId: string): Promise<VersionList> {
  requireScope(ctx, "artifacts:read");
  const { clientId } = ctx;
  const where = { clientId, id: artifactId, status: { not: "DELETED" as const } };
  if (!(await ctx.db.artifact.findFirst({ where, select: { id: true } }))) {
    throw notFound("artifact");
  }
  const rows = await ctx.db.$queryRaw<Row[]>`
    select v.number, v.origin, v.state, v.failure_reason as "failureReason",
      v.number = a.version_number as "isCurrent", v.file_name as "fileName",
      v.content_type as "contentType", v.size_bytes as "sizeBytes", b.sha256,
      b.duration_ms as "durationMs", b.width, b.height, p.sha256 as "posterSha256",
      u.id as "createdById", u.name as "createdByName", v.created_at as "createdAt"
    from artifact_versions v
    join artifacts a on a.client_id = v.client_id and a.id = v.artifact_id
    left join blobs b on b.client_id = v.client_id and b.id = v.blob_id and b.state = 'VERIFIED'
    left join renditions r on r.client_id = b.client_id and r.source_blob_id = b.id
      and r.kind = 'POSTER'
    left join blobs p on p.client_id = r.client_id and p.id = r.blob_id and p.state = 'VERIFIED'
    left join users u on u.id = v.created_by_id
    where v.client_id = ${clientId} and v.artifact_id = ${artifactId}::uuid
    order by v.number desc`;
  const urlOf = (sha256: string | null) => sha256 && mediaPath({ clientId, artifactId, sha256 });
  const { ffmpeg } = await findPrograms(runtime().config);
  return {
    canTrim: ffmpeg !== undefined,
    items: rows.map(({ posterSha256, createdById, createdByName, ...row }) => ({
      ...row,
      sizeBytes: Number(row.sizeBytes),
      mediaUrl: urlOf(row.sha256),
      posterUrl: urlOf(posterSha256),
      createdBy: createdById && createdByName ? { id: createdById, name: createdByName } : null,
      createdAt: row.createdAt.toISOString(),
    })),
  };
}
