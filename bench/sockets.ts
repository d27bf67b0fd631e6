import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Row } from "./row";
import { gatherCrowd } from "./socket-crowd";
import { startBare, startHost } from "./socket-host";

const count = 1000;
const rounds = 20;
const warmRounds = 3;
const pauseMs = 100;
const aim = "< 250 ms";

/** A change (rows and NOTIFY) told to a thousand screens, beside ws telling as many the same text. */
export async function benchSockets(): Promise<Row[]> {
  const [bare, host] = [await startBare(), await startHost(count)];
  const before = heapBytes();
  const bareCrowd = await gatherCrowd({ url: bare.url, count });
  const withBare = heapBytes();
  const hellos = host.tokens.map((token) => ({
    text: JSON.stringify({ type: "hello-screen", token }),
    until: '"revision"',
  }));
  const crowd = await gatherCrowd({ url: host.url, count, hellos });
  const withBoth = heapBytes();
  try {
    const text = JSON.stringify({ type: "revision", revision: "0123456789abcdef" });
    const [bareTimes, times]: number[][][] = [[], []];
    for (let round = -warmRounds; round < rounds; round++) {
      const bareRound = await bareCrowd.hear(() => bare.broadcast(text));
      await pause();
      const ownRound = await crowd.hear(() => host.addFilm());
      await pause();
      if (round < 0) continue;
      bareTimes?.push(bareRound);
      times?.push(ownRound);
    }
    return [
      ...timeRows(times ?? [], bareTimes ?? []),
      memoryRow((withBoth - withBare) / count, (withBare - before) / count),
    ];
  } finally {
    await Promise.all([bareCrowd.close(), crowd.close()]);
    bare.stop();
    await host.stop();
  }
}

function timeRows(own: number[][], bare: number[][]): Row[] {
  const figures: [string, (rounds: number[][]) => number][] = [
    ["p50", (all) => quantile(all.flat(), 0.5)],
    ["p95", (all) => quantile(all.flat(), 0.95)],
    [
      "last one, median of 20",
      (all) =>
        quantile(
          all.map((round) => Math.max(...round)),
          0.5,
        ),
    ],
    ["last one, worst of 20", (all) => Math.max(...all.flat())],
  ];
  return figures.map(([name, of]) => ({
    name: `a change to 1,000 screens: ${name}`,
    value: of(own),
    unit: "ms",
    yardstick: { name: "bare ws broadcast", value: of(bare) },
    ratio: of(bare) / of(own),
    aim,
  }));
}

function memoryRow(own: number, bare: number): Row {
  return {
    name: "memory per socket",
    value: own / 1024,
    unit: "KiB",
    yardstick: { name: "bare ws", value: bare / 1024 },
    ratio: bare / own,
  };
}

function quantile(values: number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
}

/** What is alive, buffers outside the heap included; garbage is no socket's memory. */
function heapBytes(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let pass = 0; pass < 3; pass++) collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pauseMs));
}
