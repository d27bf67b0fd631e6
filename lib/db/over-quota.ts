import { AppError } from "@/lib/errors";
import { formatBytes } from "@/lib/format-bytes";

/** The SQLSTATE that the triggers of the migration `quotas` raise. */
const overQuotaState = "VQ001";

interface OverQuota {
  kind: "bytes" | "objects" | "file";
  limit: number;
  used: number;
  wanted: number;
}

/** As pg raises it, or as Prisma wraps it. */
interface DatabaseError {
  code?: string;
  detail?: string;
  meta?: { driverAdapterError?: { cause?: { originalCode?: string; detail?: string } } };
}

/** What a limit has refused, in words for the caller; any other error as it is. */
export function translateRefusal(error: unknown): unknown {
  const { code, detail, meta } = (error ?? {}) as DatabaseError;
  const wrapped = meta?.driverAdapterError?.cause;
  const said =
    code === overQuotaState ? detail : wrapped?.originalCode === overQuotaState && wrapped.detail;
  return said ? refusalOf(JSON.parse(said), error) : error;
}

function refusalOf({ kind, limit, used, wanted }: OverQuota, cause: unknown): AppError {
  // A file that is too large stays so, whatever is deleted: senders do not offer it again.
  const code = kind === "file" ? "too_large" : "quota_exceeded";
  const params =
    kind === "objects"
      ? { limit, used, wanted }
      : {
          ...{ limitBytes: limit, usedBytes: used, wantedBytes: wanted },
          limit: formatBytes(limit),
          used: formatBytes(used),
          wanted: formatBytes(wanted),
        };
  return new AppError(code, `over the limit of ${kind}`, {
    reason: `quota_${kind}`,
    params,
    cause,
  });
}
