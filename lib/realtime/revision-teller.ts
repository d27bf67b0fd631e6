import type { Log } from "@/lib/log";
import { frameOf, type Subscriber } from "./subscriber";

export interface RevisionTeller {
  /** Tells the newcomer the revision; `leave` forgets it. */
  join(subscriber: Subscriber): () => void;
  /** The revision may have changed: computed once, told to those who last heard another. */
  wake(): void;
  /** Tells everyone, also those who have heard it. */
  retell(): void;
  readonly size: number;
}

interface RevisionTellerOptions {
  revisionOf(): Promise<string>;
  delayMs: number;
  retryMs: number;
  log: Log;
}

/** Keeps the screens of one client told of the revision that they should play. */
export function createRevisionTeller(options: RevisionTellerOptions): RevisionTeller {
  const told = new Map<Subscriber, string | undefined>();
  let timer: NodeJS.Timeout | undefined;
  let isAsking = false;
  let mustAskAgain = false;

  function wake(delayMs = options.delayMs) {
    if (isAsking) mustAskAgain = true;
    else timer ??= setTimeout(() => void ask(), delayMs);
  }

  async function ask() {
    isAsking = true;
    let isFailed = false;
    try {
      do {
        mustAskAgain = false;
        tell(await options.revisionOf());
      } while (mustAskAgain);
    } catch (err) {
      isFailed = true;
      options.log.warn({ err }, "cannot tell screens their revision yet");
    }
    isAsking = false;
    timer = undefined;
    if (isFailed && told.size > 0) wake(options.retryMs);
  }

  function tell(revision: string) {
    const frame = frameOf({ type: "revision", revision });
    for (const [subscriber, last] of told) {
      if (last === revision) continue;
      told.set(subscriber, revision);
      subscriber.send(frame);
    }
  }

  return {
    join(subscriber) {
      told.set(subscriber, undefined);
      wake();
      return () => {
        told.delete(subscriber);
        if (told.size > 0) return;
        clearTimeout(timer);
        timer = undefined;
      };
    },
    wake: () => wake(),
    retell() {
      for (const subscriber of told.keys()) told.set(subscriber, undefined);
      wake();
    },
    get size() {
      return told.size;
    },
  };
}
