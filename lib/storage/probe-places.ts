import type { Log } from "@/lib/log";
import { newProbeKey } from "./doctor/probe-key";
import type { Driver } from "./driver";
import { isStoreDown } from "./store-down";

interface ProbeOptions {
  /** In whose name is asked: our key of the store may be confined to it. */
  clientId: string;
  log: Log;
  everyMs?: number;
  /** After no answer, until the place is taken for down. */
  againMs?: number;
}

/**
 * Asks each place now and then for an object that is not there, so that it is known which answers
 * fastest, which is down and which is back, also while nobody reads through this server. What is
 * learned is with the drivers: in their health and their meters.
 */
export function probePlaces(
  drivers: readonly Driver[],
  { clientId, log, everyMs = 30_000, againMs = 1_000 }: ProbeOptions,
): { stop(): void } {
  const timers = new Map<Driver, NodeJS.Timeout>();
  const down = new Set<Driver>();
  const key = newProbeKey(clientId);
  let isStopped = false;

  async function probe(driver: Driver): Promise<void> {
    const answered = await answers(driver, key);
    if (isStopped) return;
    tell(driver);
    plan(driver, answered || driver.health?.().state === "down" ? everyMs : againMs);
  }

  /** Once for each time: between down and up it is tried for a while. */
  function tell(driver: Driver): void {
    const { backendId } = driver;
    const health = driver.health?.();
    if (health?.state === "down" && !down.has(driver)) {
      down.add(driver);
      log.warn({ backendId, err: health.lastError }, "store down");
    } else if (health?.state === "up" && down.delete(driver)) {
      log.info({ backendId }, "store back");
    }
  }

  /** The next one only after the one before: never two of a place at a time. */
  function plan(driver: Driver, ms: number): void {
    const timer = setTimeout(() => void probe(driver), ms);
    timer.unref();
    timers.set(driver, timer);
  }

  for (const driver of drivers) void probe(driver);
  return {
    stop() {
      isStopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

/** "Not there" and "not allowed" are answers. */
async function answers(driver: Driver, key: string): Promise<boolean> {
  try {
    await driver.head(key);
    return true;
  } catch (error) {
    return !isStoreDown(error);
  }
}
