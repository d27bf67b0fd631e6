import { AppError, isAppError } from "@/lib/errors";

/** Of errno(3): a disk that was pulled out, a share whose server is gone, a volume locked away. */
const codes = new Set([
  ...["EIO", "ENXIO", "ENODEV", "EREMOTEIO", "EROFS", "EACCES", "EPERM"],
  ...["ESTALE", "ENOTCONN", "EHOSTDOWN", "EHOSTUNREACH", "ETIMEDOUT"],
]);

/**
 * `disk_failed`: this file cannot be read or written now, of others it says nothing; what another
 * place has is read from there. undefined: the error says nothing of the disk.
 */
export function diskFailure(backendId: string, error: unknown): AppError | undefined {
  if (isAppError(error)) return undefined;
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? "";
  if (!codes.has(code)) return undefined;
  return new AppError("unavailable", `the store "${backendId}": the disk answers ${code}`, {
    ...{ reason: "disk_failed", cause: error, params: { backendId } },
    retryAfterSeconds: 5,
  });
}
