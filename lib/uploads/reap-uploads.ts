import { type BaseContext, jobContext, type Scope } from "@/lib/context";
import { isAppError } from "@/lib/errors";
import type { Log } from "@/lib/log";
import { completeUpload } from "./complete-upload";
import { giveUp } from "./give-up";

export const reapJob = "reap-uploads";

const atOnce = 200;
/** Bytes are missing, are not what was announced, or have no place any more. */
const definite = new Set(["precondition_failed", "not_found", "conflict", "invalid"]);

interface Expired {
  clientId: string;
  id: string;
  artifactId: string;
  purpose: "NEW_ARTIFACT" | "NEW_VERSION" | "RENDITION" | "RUN_OUTPUT";
  versionNumber: number | null;
}

/**
 * Ends uploads that nobody has gone on with in time. Where all bytes are here and only the last
 * word was never said, it is said now; else the place is free again. Links are fetched by a job of
 * their own, which knows when it is over.
 */
export async function reapUploads(base: BaseContext, log: Log, signal: AbortSignal): Promise<void> {
  for (;;) {
    const expired = await base.db.$queryRaw<Expired[]>`
      select u.client_id as "clientId", u.id, u.artifact_id as "artifactId", u.purpose,
        u.version_number as "versionNumber"
      from uploads u
      where u.state in ('OPEN', 'COMPLETING') and u.expires_at < now()
        and not exists (select 1 from imports i
          where i.client_id = u.client_id and i.upload_id = u.id)
      order by u.expires_at limit ${atOnce}`;
    let ended = 0;
    for (const upload of expired) {
      if (signal.aborted) return;
      ended += Number(await reap(base, upload, log));
    }
    // A store that is down keeps its uploads until it answers.
    if (expired.length < atOnce || ended === 0) return;
  }
}

async function reap(base: BaseContext, upload: Expired, log: Log): Promise<boolean> {
  // For whoever began it: they had the right to finish it.
  const scopes = new Set<Scope>(["artifacts:read", "artifacts:write", "artifacts:delete"]);
  const ctx = { ...jobContext(base, reapJob, upload.clientId, log), scopes };
  try {
    await completeUpload(ctx, upload.id, {});
    return true;
  } catch (error) {
    if (isAppError(error) && definite.has(error.code)) return giveUp(ctx, upload, "EXPIRED");
    log.warn({ err: error, uploadId: upload.id }, "an expired upload could not be looked at");
    return false;
  }
}
