import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { AppError, notFound } from "@/lib/errors";
import { deriveSecrets } from "@/lib/secrets";
import type { Driver } from "../driver";
import { createMemoryDriver } from "../drivers/memory";
import { storeDown } from "../store-down";
import { withRetry } from "./retry";

const secrets = deriveSecrets("s".repeat(32));
const down = () => storeDown("store", "ECONNREFUSED");
const isDown = { code: "unavailable", reason: "store_down" };

/** A store whose answers to `head` and `get` are said beforehand. */
function scripted(answer: (call: number) => Promise<unknown>) {
  const calls: number[] = [];
  const ask = async () => {
    calls.push(performance.now());
    return answer(calls.length);
  };
  const driver = {
    ...createMemoryDriver(secrets, { backendId: "store" }),
    head: ask,
    get: ask,
    put: ask,
  } as Driver;
  return { driver, calls };
}

const failing = () => scripted(() => Promise.reject(down()));
const restMs = 150;
const quick = { maxRetries: 0, timeoutMs: 1_000, pauseMs: 1, restMs };

async function fails(work: () => Promise<unknown>, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await expect(work()).rejects.toMatchObject(isDown);
}

it("asks again with growing pauses, and stops at the limit", async () => {
  const { driver, calls } = failing();
  const patient = withRetry(driver, { ...quick, maxRetries: 3, pauseMs: 40 });
  await fails(() => patient.head("k"), 1);
  expect(calls).toHaveLength(4);
  // With jitter one pause may be short, but not all of them together.
  expect((calls[3] ?? 0) - (calls[0] ?? 0)).toBeGreaterThan(40);
});

it("answers as soon as the store does", async () => {
  const { driver, calls } = scripted(async (call) => {
    if (call < 3) throw down();
    return { sizeBytes: 7 };
  });
  const patient = withRetry(driver, { ...quick, maxRetries: 3 });
  expect(await patient.head("k")).toEqual({ sizeBytes: 7 });
  expect(calls).toHaveLength(3);
  expect(patient.health()).toMatchObject({ state: "up" });
});

it("never sends a body twice", async () => {
  const { driver, calls } = failing();
  const patient = withRetry(driver, { ...quick, maxRetries: 3 });
  await fails(() => patient.put("k", Readable.from([]), { contentType: "text/plain" }), 1);
  expect(calls).toHaveLength(1);
});

it.each([
  ["403", new AppError("unavailable", "AccessDenied", { reason: "store_refused" })],
  ["404", notFound("object")],
  ["412", new AppError("conflict", "other bytes", { reason: "object_exists" })],
])("takes a %s for an answer: not asked again, not counted", async (_, refusal) => {
  const { driver, calls } = scripted(() => Promise.reject(refusal));
  const patient = withRetry(driver, { ...quick, maxRetries: 3 });
  for (let time = 0; time < 7; time += 1) await expect(patient.head("k")).rejects.toBe(refusal);
  expect(calls).toHaveLength(7);
  expect(patient.health()).toMatchObject({ state: "up", lastError: undefined });
});

it("counts five failures in a row, and any answer begins a new row", async () => {
  const { driver, calls } = scripted((call) => Promise.reject(call === 5 ? notFound("o") : down()));
  const patient = withRetry(driver, quick);
  await fails(() => patient.head("k"), 4);
  await expect(patient.head("k")).rejects.toMatchObject({ code: "not_found" });
  await fails(() => patient.head("k"), 4);
  expect(patient.health().state).toBe("up");
  await fails(() => patient.head("k"), 1);
  expect(patient.health()).toMatchObject({
    state: "down",
    lastError: expect.stringContaining("ECONNREFUSED"),
  });
  expect(calls).toHaveLength(10);
});

it("is not to blame for a body that comes from another store and breaks off", async () => {
  const { driver } = scripted(() => Promise.reject(storeDown("elsewhere", "ECONNRESET")));
  const patient = withRetry(driver, quick);
  await fails(() => patient.put("k", Readable.from([]), { contentType: "text/plain" }), 7);
  expect(patient.health()).toMatchObject({ state: "up", lastError: undefined });
});

it("says at once that it is down, and does not ask, however patient it is", async () => {
  const { driver, calls } = failing();
  const patient = withRetry(driver, { ...quick, maxRetries: 4, pauseMs: 20, restMs: 10_000 });
  await fails(() => patient.head("k"), 1);
  expect(calls).toHaveLength(5);
  const began = performance.now();
  await fails(() => patient.head("k"), 10);
  // Ten times four pauses would take longer.
  expect(performance.now() - began).toBeLessThan(400);
  expect(calls).toHaveLength(5);
});

it("lets one through after the rest, makes nobody wait for that one, and closes", async () => {
  let answer: (value: unknown) => void = () => {};
  const { driver, calls } = scripted((call) =>
    call <= 5 ? Promise.reject(down()) : new Promise((resolve) => (answer = resolve)),
  );
  const patient = withRetry(driver, quick);
  await fails(() => patient.head("k"), 5);
  const { since } = patient.health();
  expect(patient.health().state).toBe("down");
  await sleep(restMs + 10);
  // Those who keep away from a store that is down may come now.
  expect(patient.health().state).toBe("trying");

  const first = patient.head("k");
  await fails(() => patient.head("k"), 3);
  expect(calls).toHaveLength(6);
  expect(patient.health()).toMatchObject({ state: "trying", since });
  answer({ sizeBytes: 1 });
  expect(await first).toEqual({ sizeBytes: 1 });
  expect(patient.health().state).toBe("up");
});

it("rests again when the one that was let through fails", async () => {
  const { driver, calls } = failing();
  const patient = withRetry(driver, quick);
  await fails(() => patient.head("k"), 5);
  await sleep(restMs + 10);
  await fails(() => patient.head("k"), 3);
  expect(calls).toHaveLength(6);
  expect(patient.health().state).toBe("down");
});

it("gives up what does not answer in time, and destroys what comes late", async () => {
  const late = Readable.from(["x"]);
  const { driver } = scripted(async () => {
    await sleep(80);
    return late;
  });
  const patient = withRetry(driver, { ...quick, timeoutMs: 20 });
  await fails(() => patient.get("k"), 1);
  expect(late.destroyed).toBe(false);
  await vi.waitFor(() => expect(late.destroyed).toBe(true));
});
