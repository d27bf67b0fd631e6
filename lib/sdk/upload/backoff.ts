const firstMs = 1_000;
const longestMs = 30_000;

/** Exponential with jitter, so that a shop's devices do not all come back in the same moment. */
export function backoffMs(attempt: number, random: () => number, retryAfterMs = 0): number {
  const ceiling = Math.min(longestMs, firstMs * 2 ** attempt);
  return Math.max(retryAfterMs, ceiling / 2 + random() * (ceiling / 2));
}
