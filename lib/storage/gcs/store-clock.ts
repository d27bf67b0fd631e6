/** What is within this is the way that an answer takes. */
const toleranceMs = 30_000;

/** The store's clock, learnt from its answers: a signature is judged by it, not by ours. */
export function createStoreClock(origin: string, timeoutSeconds: number) {
  let aheadMs = 0;

  function learn(date: string | null): void {
    const offset = Date.parse(date ?? "") - Date.now();
    if (!Number.isNaN(offset)) aheadMs = Math.abs(offset) < toleranceMs ? 0 : offset;
  }

  return {
    learn,
    /** Any answer will do; none teaches nothing. */
    async ask(): Promise<void> {
      const signal = AbortSignal.timeout(timeoutSeconds * 1000);
      const answer = await fetch(origin, { method: "HEAD", signal }).catch(() => undefined);
      learn(answer?.headers.get("date") ?? null);
    },
    /** Our time as the store would tell it. */
    of: (date: Date) => new Date(date.getTime() + aheadMs),
  };
}

export type StoreClock = ReturnType<typeof createStoreClock>;
