import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "@/lib/log";

export interface Stopper {
  /** Things are stopped in the reverse order. `always`: also when the time is up. */
  add(name: string, stop: () => unknown, options?: { always?: boolean }): void;
  /** What is still being started when the signal comes is awaited, then stopped with the rest. */
  waitFor(starting: Promise<unknown>): void;
  /** Stops everything, once, and ends the process. */
  stop(exitCode: number): Promise<void>;
}

// Docker and systemd kill after ten seconds or more, impatient people earlier.
const wholePatienceMs = 3_500;
const lastPatienceMs = 1_400;

export function createStopper(
  log: Log,
  exit: (code: number) => void,
  patienceMs = wholePatienceMs,
): Stopper {
  const parts: { name: string; stop: () => unknown; always: boolean }[] = [];
  let stopping = false;
  let starting: Promise<unknown> = Promise.resolve();

  return {
    add(name, stop, { always = false } = {}) {
      parts.unshift({ name, stop, always });
    },
    waitFor(promise) {
      starting = promise.catch(() => {});
    },
    async stop(exitCode) {
      if (stopping) return;
      stopping = true;
      await Promise.race([starting, sleep(patienceMs)]);
      const deadline = Date.now() + patienceMs;
      for (const { name, stop, always } of parts) {
        const left = Math.max(0, deadline - Date.now());
        const timer = new AbortController();
        const late = sleep(always ? left + lastPatienceMs : left, "late", {
          signal: timer.signal,
        }).catch(() => undefined);
        try {
          const outcome = await Promise.race([Promise.resolve(stop()), late]);
          if (outcome === "late") log.warn({ part: name }, "did not stop in time");
        } catch (error) {
          log.warn({ err: error, part: name }, "could not be stopped cleanly");
        }
        timer.abort();
      }
      exit(exitCode);
    },
  };
}
