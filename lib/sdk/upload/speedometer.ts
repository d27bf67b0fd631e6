/** Bytes per second, smoothed, so that neither it nor the time left jumps about. */
export interface Speedometer {
  /** Bytes gone out since the last call; negative (a part is sent again) counts as nothing. */
  record(bytes: number, atMs: number): void;
  /** undefined until there is enough to tell. */
  bytesPerSecond(atMs: number): number | undefined;
  reset(): void;
}

const smoothingMs = 5_000;
const warmUpMs = 1_500;
const stepMs = 250;

export function createSpeedometer(): Speedometer {
  let startedAt: number | undefined;
  let stepAt = 0;
  let pending = 0;
  let rate = 0;
  let weight = 0;

  function advance(atMs: number): void {
    const elapsed = atMs - stepAt;
    if (elapsed < stepMs) return;
    const keep = Math.exp(-elapsed / smoothingMs);
    rate = rate * keep + ((pending * 1000) / elapsed) * (1 - keep);
    // The average begins at nothing, not at zero: divide by the weight gathered so far.
    weight = weight * keep + (1 - keep);
    pending = 0;
    stepAt = atMs;
  }

  return {
    record(bytes, atMs) {
      if (startedAt === undefined) {
        startedAt = atMs;
        stepAt = atMs;
      }
      pending += Math.max(0, bytes);
      advance(atMs);
    },
    bytesPerSecond(atMs) {
      if (startedAt === undefined || atMs - startedAt < warmUpMs) return undefined;
      advance(atMs);
      return weight > 0 ? rate / weight : undefined;
    },
    reset() {
      startedAt = undefined;
      pending = 0;
      rate = 0;
      weight = 0;
    },
  };
}
