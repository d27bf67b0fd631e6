import type { BulkResult } from "@/lib/artifacts/schema";

export interface BulkOutcome extends BulkResult {
  /** No answer came for these. */
  failed: string[];
}

const sliceSize = 200;

/** Many in slices, so that progress is seen and a cut line costs one slice. Never throws. */
export async function runBulk(
  ids: readonly string[],
  act: (ids: string[]) => Promise<BulkResult>,
  onProgress: (done: number) => void = () => {},
): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { done: [], notFound: [], refused: [], failed: [] };
  for (let from = 0; from < ids.length; from += sliceSize) {
    const slice = ids.slice(from, from + sliceSize);
    try {
      const { done, notFound, refused } = await act(slice);
      outcome.done.push(...done);
      outcome.notFound.push(...notFound);
      outcome.refused.push(...refused);
    } catch {
      outcome.failed.push(...slice);
    }
    onProgress(Math.min(ids.length, from + sliceSize));
  }
  return outcome;
}
