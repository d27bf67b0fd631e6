import type { SignedUpload, UploadPlan } from "@/lib/uploads/schema";
import { isStaleUrl } from "./judge-failure";
import { partsAtOnce } from "./parts-at-once";
import type { UploadEnv } from "./upload-env";
import { type Attempts, withRetries } from "./with-retries";

export interface PartsToSend {
  uploadId: string;
  file: Blob;
  plan: Extract<UploadPlan, { kind: "parts" }>;
  arrived: ReadonlySet<number>;
  onSent(sentBytes: number): void;
}

const signedAtOnce = 16;

/** Sends the parts that are missing, some side by side, each with its own retries. */
export async function sendParts(
  env: UploadEnv,
  { uploadId, file, plan, arrived, onSent }: PartsToSend,
  attempts: Attempts,
): Promise<void> {
  const { partCount, partSizeBytes } = plan;
  // The first that fails for good stops its siblings.
  const stop = new AbortController();
  const signal = AbortSignal.any([attempts.signal, stop.signal]);
  const urls = new Map(plan.requests.map((request) => [request.partNumber, request]));
  const missing = numbersTo(partCount).filter((number) => !arrived.has(number));
  const sent = new Map<number, number>();
  for (const number of arrived) sent.set(number, sizeOf(number));
  report();

  const queue = [...missing];
  const begin = { at: env.clock.now(), bytes: total() };
  const workers = new Set<Promise<void>>();
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    hire();
    if (queue.length === 0 && workers.size === 0) resolve();

    /** As many as the connection can use now; one that is one too many ends after its part. */
    function hire(): void {
      while (workers.size < wanted() && queue.length > 0 && !signal.aborted) {
        const mine = work().then(
          () => {
            workers.delete(mine);
            if (workers.size === 0 && queue.length === 0) resolve();
          },
          (error: unknown) => {
            stop.abort(error);
            reject(error);
          },
        );
        workers.add(mine);
      }
    }

    async function work(): Promise<void> {
      for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
        await sendPart(number);
        hire();
        if (workers.size > wanted()) return;
      }
    }
  });

  function wanted(): number {
    return partsAtOnce(total() - begin.bytes, env.clock.now() - begin.at, partSizeBytes);
  }

  async function sendPart(number: number): Promise<void> {
    let refused = 0;
    const progress = () => total();
    await withRetries(env, { ...attempts, signal, progress }, async () => {
      for (;;) {
        const request = urls.get(number) ?? (await sign(number));
        try {
          return await sendOnce(number, request);
        } catch (error) {
          refused += 1;
          if (!isStaleUrl(error) || refused > 2) throw error;
          urls.delete(number);
        }
      }
    });
  }

  async function sendOnce(number: number, request: SignedUpload): Promise<void> {
    const giveBack = await env.slots.take(signal);
    try {
      const start = (number - 1) * partSizeBytes;
      const body = file.slice(start, start + sizeOf(number), "");
      await env.transport.sendBytes(request, body, (bytes) => note(number, bytes), signal);
      note(number, sizeOf(number));
    } catch (error) {
      sent.delete(number);
      throw error;
    } finally {
      giveBack();
    }
  }

  async function sign(number: number): Promise<SignedUpload> {
    const next = [number, ...queue.filter((other) => !urls.has(other))].slice(0, signedAtOnce);
    for (const request of await env.transport.signParts(uploadId, next, signal)) {
      urls.set(request.partNumber, request);
    }
    const request = urls.get(number);
    if (!request) throw new Error(`no URL for part ${number}`);
    return request;
  }

  function note(number: number, bytes: number): void {
    sent.set(number, bytes);
    report();
  }

  function report(): void {
    if (!signal.aborted) onSent(total());
  }

  function total(): number {
    return [...sent.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  function sizeOf(number: number): number {
    return Math.min(partSizeBytes, file.size - (number - 1) * partSizeBytes);
  }
}

function numbersTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
