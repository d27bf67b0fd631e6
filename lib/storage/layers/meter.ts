import type { Readable } from "node:stream";
import { type Driver, isServed, type ServedDriver } from "../driver";
import { partRange } from "../part-plan";
import { isOfAnotherStore, isStoreDown } from "../store-down";
import { watchBytes } from "./watch-bytes";

/** What was asked of one place since the process began. */
export interface OperationCounts {
  count: number;
  /** The store was down or refused; a plain "not there" is an answer. */
  failures: number;
  bytes: number;
  /** Until the answer, all together. */
  totalMs: number;
  slowestMs: number;
}
export type Meter = ReturnType<typeof createMeter>;
export type Operation = "read" | "write" | "delete" | "ask";
export type StoreCounts = Record<Operation, OperationCounts>;

const operations: readonly Operation[] = ["read", "write", "delete", "ask"];
const nothing = (): OperationCounts => ({
  ...{ count: 0, failures: 0, bytes: 0, totalMs: 0, slowestMs: 0 },
});

/** How much an older answer counts beside a new one. */
const memoryOfLatency = 0.8;

/** Counts what a store was really asked: innermost, so what a cache answered is not among it. */
export function createMeter() {
  const counted = Object.fromEntries(operations.map((name) => [name, nothing()])) as StoreCounts;
  let latencyMs: number | undefined;

  async function measure<T>(
    operation: Operation,
    work: () => Promise<T>,
    isFault = isFailure,
  ): Promise<T> {
    const began = performance.now();
    const row = counted[operation];
    let isAnswer = true;
    try {
      return await work();
    } catch (error) {
      isAnswer = !isFault(error);
      if (!isAnswer) row.failures += 1;
      throw error;
    } finally {
      const ms = performance.now() - began;
      row.count += 1;
      row.totalMs += ms;
      row.slowestMs = Math.max(row.slowestMs, ms);
      // Questions carry no bytes, so their answers tell how far away it is.
      if (operation === "ask" && isAnswer) {
        latencyMs = latencyMs === undefined ? ms : mix(latencyMs, ms);
      }
    }
  }

  /** Of parts that come through here; those of a bucket come to it by URLs. */
  const parts = (driver: Driver): Partial<ServedDriver> =>
    isServed(driver)
      ? {
          async putPart(...given) {
            await measure("write", () => driver.putPart(...given), faultOf(driver));
            const [upload, partNumber] = given;
            counted.write.bytes += partRange(upload, partNumber).sizeBytes;
          },
        }
      : {};

  const withMeter = <D extends Driver>(driver: D): D => ({
    ...driver,
    ...parts(driver),
    async put(...given: Parameters<Driver["put"]>) {
      const stored = await measure("write", () => driver.put(...given), faultOf(driver));
      counted.write.bytes += stored.sizeBytes;
      return stored;
    },
    async get(...given: Parameters<Driver["get"]>) {
      const body = await measure("read", () => driver.get(...given));
      return counting(body, counted.read);
    },
    head: (key: Parameters<Driver["head"]>[0]) => measure("ask", () => driver.head(key)),
    delete: (key: Parameters<Driver["delete"]>[0]) => measure("delete", () => driver.delete(key)),
    openUpload: (request: Parameters<Driver["openUpload"]>[0]) =>
      measure("ask", () => driver.openUpload(request)),
    listParts: (upload: Parameters<Driver["listParts"]>[0]) =>
      measure("ask", () => driver.listParts(upload)),
    finishUpload: (upload: Parameters<Driver["finishUpload"]>[0]) =>
      measure("write", () => driver.finishUpload(upload)),
    abortUpload: (upload: Parameters<Driver["abortUpload"]>[0]) =>
      measure("delete", () => driver.abortUpload(upload)),
  });

  return {
    withMeter,
    counts: () =>
      Object.fromEntries(operations.map((name) => [name, { ...counted[name] }])) as StoreCounts,
    latencyMs: () => latencyMs,
  };
}

function mix(before: number, now: number): number {
  return before * memoryOfLatency + now * (1 - memoryOfLatency);
}

function isFailure(error: unknown): boolean {
  return isStoreDown(error) || (error as { code?: string } | null)?.code === "unavailable";
}

/** What is written may come from another store that breaks off. */
function faultOf({ backendId }: Driver) {
  return (error: unknown) => isFailure(error) && !isOfAnotherStore(error, backendId);
}

function counting(body: Readable, row: OperationCounts): Readable {
  if (!body.readableObjectMode) row.bytes += body.readableLength;
  watchBytes(body, ({ length }) => {
    row.bytes += length;
  });
  // Not "error": one who listens to that has dealt with it.
  body.once("close", () => {
    if (isFailure(body.errored)) row.failures += 1;
  });
  return body;
}
