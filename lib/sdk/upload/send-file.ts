import type { Upload, UploadProgress } from "@/lib/uploads/schema";
import { hasArrived, isIncomplete, isStaleUrl, isUnreachable } from "./judge-failure";
import { sendParts } from "./send-parts";
import type { FileFacts } from "./transport";
import type { UploadEnv } from "./upload-env";
import type { UploadEvent } from "./upload-state";
import { type Attempts, withRetries } from "./with-retries";

export interface FileToSend {
  id: string;
  file: Blob;
  facts: FileFacts;
  /** Of an earlier attempt that was paused or failed. */
  uploadId: string | undefined;
  hash: Promise<string | undefined>;
}

const maxRounds = 4;
/** A store that fails so often in a row may be down: the server is asked where else to send. */
const triesBeforeAsking = 3;

/** The whole road of one file: reserve, send what is missing, complete. */
export async function sendFile(
  env: UploadEnv,
  { id, file, facts, uploadId, hash }: FileToSend,
  emit: (event: UploadEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const attempts: Attempts = {
    signal,
    onWaiting: (waitingFor) => emit({ type: "waiting", id, waitingFor }),
  };
  const repeat = <T>(run: () => Promise<T>) => withRetries(env, attempts, run);
  const lookUp = (uploadId: string) => repeat(() => env.transport.progress(uploadId, signal));
  const onSent = (sentBytes: number) => emit({ type: "sent", id, sentBytes });

  let upload = await begin();
  let hasAskedElsewhere = false;
  for (let round = 1; ; round += 1) {
    try {
      const most = hasAskedElsewhere ? {} : { most: triesBeforeAsking };
      const receipt = await sendBytes(upload, { ...attempts, ...most });
      emit({ type: "finishing", id });
      const sha256 = await hash;
      await repeat(() => env.transport.complete(upload.id, proofOf(sha256, receipt), signal));
      return;
    } catch (error) {
      const asksElsewhere: boolean = !hasAskedElsewhere && isUnreachable(error);
      const mayGoOn = isStaleUrl(error) || isIncomplete(error) || asksElsewhere;
      if (round >= maxRounds || !mayGoOn) throw error;
      hasAskedElsewhere ||= asksElsewhere;
      upload = await lookUp(upload.id);
    }
  }

  async function begin(): Promise<UploadProgress> {
    const known = uploadId ? await lookUp(uploadId) : undefined;
    if (known && known.state !== "EXPIRED") return known;
    // Never cut short: a reservation whose id nobody knows would stay behind.
    const created = await repeat(() => env.transport.create(facts));
    emit({ type: "created", id, uploadId: created.id, artifactId: created.artifactId });
    return { ...created, arrivedParts: [] };
  }

  async function sendBytes(
    upload: UploadProgress,
    attempts: Attempts,
  ): Promise<string | undefined> {
    if (upload.state !== "OPEN" || upload.plan.kind === "none") return undefined;
    const arrived = new Set(upload.arrivedParts.map(({ partNumber }) => partNumber));
    if (upload.plan.kind === "parts") {
      await sendParts(
        env,
        { uploadId: upload.id, file, plan: upload.plan, arrived, onSent },
        attempts,
      );
      return undefined;
    }
    return arrived.size > 0 ? undefined : withRetries(env, attempts, () => sendWhole(upload));
  }

  async function sendWhole({ plan }: Upload): Promise<string | undefined> {
    if (plan.kind !== "put") return undefined;
    const giveBack = await env.slots.take(signal);
    try {
      onSent(0);
      return await env.transport.sendBytes(
        plan.request,
        file.slice(0, file.size, ""),
        onSent,
        signal,
      );
    } catch (error) {
      if (hasArrived(error)) return undefined;
      throw error;
    } finally {
      giveBack();
    }
  }
}

function proofOf(sha256: string | undefined, receipt: string | undefined) {
  return { ...(sha256 ? { sha256 } : {}), ...(receipt ? { receipt } : {}) };
}
