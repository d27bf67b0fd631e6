/** What a part may take when all lines carry as much: a reload loses no more than what is on its way. */
const patienceMs = 4_000;
const fewest = 2;
const most = 4;

/**
 * How many parts to send side by side. More lines fill a fast connection; over a slow one they
 * only make every part take longer, and none is safe when the page is closed.
 */
export function partsAtOnce(sentBytes: number, elapsedMs: number, partSizeBytes: number): number {
  if (elapsedMs <= 0) return fewest;
  const affordable = Math.floor(((sentBytes / elapsedMs) * patienceMs) / partSizeBytes);
  return Math.min(most, Math.max(fewest, affordable));
}
