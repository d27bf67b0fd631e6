import type { Manifest } from "@/lib/screens/schema";
import { ApiProblem, type FetchedManifest } from "@/lib/sdk";

interface FeedOptions {
  fetchManifest(
    asked: { etag: string | null; revision: string | undefined },
    signal: AbortSignal,
  ): Promise<FetchedManifest | undefined>;
  onManifest(manifest: Manifest): void;
  /** The server knows no such screen any more. */
  onRefused(): void;
}

export interface ManifestFeed {
  /** Asks now, or once more after the question that is under way. */
  ask(): void;
  /** A hint from the socket: asks unless this is the revision at hand. */
  hint(revision: string): void;
  stop(): void;
}

const slowMs = 60_000;
const firstRetryMs = 1_000;
const longestRetryMs = 30_000;
const shortestRenewMs = 10_000;
const answerTimeoutMs = 15_000;

/** The desired state, asked for on every hint and, as hints may be lost, every minute. */
export function openManifestFeed({
  fetchManifest,
  onManifest,
  onRefused,
}: FeedOptions): ManifestFeed {
  let etag: string | null = null;
  let revision: string | undefined;
  let hinted: string | undefined;
  let renewAt = Number.POSITIVE_INFINITY;
  let failures = 0;
  let isAsking = false;
  let isAskedAgain = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopped = new AbortController();

  async function ask(): Promise<void> {
    if (stopped.signal.aborted) return;
    if (isAsking) {
      isAskedAgain = true;
      return;
    }
    isAsking = true;
    clearTimeout(timer);
    const again = await round();
    isAsking = false;
    if (stopped.signal.aborted) return;
    if (isAskedAgain) {
      isAskedAgain = false;
      return ask();
    }
    timer = setTimeout(() => void ask(), again);
  }

  async function round(): Promise<number> {
    try {
      // "Not modified" would keep the old addresses, so near their end the tag is left out.
      const known = performance.now() < renewAt ? etag : null;
      const asked = { etag: known, revision: hinted };
      const fetched = await withTimeout((signal) => fetchManifest(asked, signal));
      failures = 0;
      if (fetched && !stopped.signal.aborted) take(fetched);
      return Math.min(slowMs, Math.max(firstRetryMs, renewAt - performance.now()));
    } catch (error) {
      if (error instanceof ApiProblem && error.problem.code === "unauthenticated") {
        if (!stopped.signal.aborted) onRefused();
        return slowMs;
      }
      return Math.min(longestRetryMs, firstRetryMs * 2 ** failures++);
    }
  }

  // AbortSignal.any came with Chrome 116; televisions are older.
  async function withTimeout<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const abort = () => controller.abort();
    const timer = setTimeout(abort, answerTimeoutMs);
    stopped.signal.addEventListener("abort", abort);
    try {
      return await work(controller.signal);
    } finally {
      clearTimeout(timer);
      stopped.signal.removeEventListener("abort", abort);
    }
  }

  function take({ manifest, etag: tag, urlsExpireInMs }: FetchedManifest): void {
    etag = tag;
    revision = manifest.revision;
    renewAt = performance.now() + Math.max(shortestRenewMs, urlsExpireInMs / 2);
    onManifest(manifest);
  }

  void ask();
  return {
    ask: () => void ask(),
    hint: (told) => {
      hinted = told;
      if (told !== revision || isAsking) void ask();
    },
    stop: () => {
      stopped.abort();
      clearTimeout(timer);
    },
  };
}
