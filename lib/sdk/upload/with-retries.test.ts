import { expect, it } from "vitest";
import { TransportError } from "./transport";
import type { WaitingFor } from "./upload-item";
import { withRetries } from "./with-retries";

const env: Parameters<typeof withRetries>[0] = {
  clock: { now: () => 0, sleep: async () => {} },
  connection: { isOnline: () => true, untilOnline: () => new Promise(() => {}) },
  random: () => 0,
};

it.each([
  ["store_down", "storage"],
  ["overloaded", "retry"],
])("a refusal by %s is told as waiting for: %s", async (reason, expected) => {
  const told: WaitingFor[] = [];
  let tries = 0;
  const { signal } = new AbortController();
  const onWaiting = (what: WaitingFor) => void told.push(what);
  await withRetries(env, { signal, onWaiting }, async () => {
    tries += 1;
    if (tries === 1) throw new TransportError({ kind: "refused", status: 503, reason });
  });
  expect(told).toEqual([expected]);
});
