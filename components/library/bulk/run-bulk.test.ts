import { expect, it } from "vitest";
import { runBulk } from "./run-bulk";

const ids = Array.from({ length: 450 }, (_, i) => `id ${i}`);

it("goes in slices and adds up what came of them", async () => {
  const sizes: number[] = [];
  const progress: number[] = [];
  const outcome = await runBulk(
    ids,
    async (slice) => {
      sizes.push(slice.length);
      return { done: slice.slice(1), notFound: [], refused: slice.slice(0, 1) };
    },
    (done) => progress.push(done),
  );
  expect(sizes).toEqual([200, 200, 50]);
  expect(progress).toEqual([200, 400, 450]);
  expect(outcome.done).toHaveLength(447);
  expect(outcome.refused).toEqual(["id 0", "id 200", "id 400"]);
});

it("goes on after a slice that failed and says which it was", async () => {
  let calls = 0;
  const outcome = await runBulk(ids, async (slice) => {
    calls += 1;
    if (calls === 2) throw new TypeError("no network");
    return { done: slice, notFound: [], refused: [] };
  });
  expect(outcome.done).toHaveLength(250);
  expect(outcome.failed).toEqual(ids.slice(200, 400));
});
