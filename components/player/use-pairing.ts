"use client";

import { useEffect } from "react";
import { ApiProblem, createPairing, getPairing, openSocket, type Pairing } from "@/lib/sdk";
import { pause } from "./pause";
import type { PlayerEvent } from "./player-state";

const pollMs = 3_000;
const renewBeforeMs = 15_000;
const shortestLifeMs = 30_000;
const firstRetryMs = 1_000;
const longestRetryMs = 30_000;

/** Shows one code after another until one of them is claimed. */
export function usePairing(isWanted: boolean, send: (event: PlayerEvent) => void): void {
  useEffect(() => {
    if (!isWanted) return;
    const controller = new AbortController();
    void offerCodes(send, controller.signal);
    return () => controller.abort();
  }, [isWanted, send]);
}

async function offerCodes(send: (event: PlayerEvent) => void, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      const pairing = await createPairing(signal);
      failures = 0;
      send({ type: "code", pairing });
      const renewInMs = Math.max(shortestLifeMs, pairing.expiresInMs - renewBeforeMs);
      // The old code is watched to its end: someone may just be typing it.
      await Promise.race([watch(pairing, send, signal), pause(renewInMs, signal)]);
    } catch (error) {
      if (signal.aborted) return;
      send({ type: "code", pairing: undefined });
      const asked = error instanceof ApiProblem ? (error.retryAfterMs ?? 0) : 0;
      await pause(
        Math.max(asked, Math.min(longestRetryMs, firstRetryMs * 2 ** failures++)),
        signal,
      );
    }
  }
}

/** Told by socket within moments; asked every few seconds in case the socket is silent. */
async function watch(
  pairing: Pairing,
  send: (event: PlayerEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const claimed = () => signal.aborted || send({ type: "paired", token: pairing.secret });
  const socket = openSocket({
    hello: { type: "hello-pairing", id: pairing.id, secret: pairing.secret },
    onMessage: ({ type }) => type === "paired" && claimed(),
  });
  try {
    for (;;) {
      await pause(pollMs, signal);
      const state = signal.aborted ? "expired" : await stateOf(pairing, signal);
      if (state === "paired") claimed();
      if (state === "paired" || state === "expired") return;
    }
  } finally {
    socket.close();
  }
}

/** Without network the code stays on the glass: it is valid, and the line may be back in time. */
async function stateOf(pairing: Pairing, signal: AbortSignal): Promise<string> {
  try {
    return (await getPairing(pairing, signal)).state;
  } catch (error) {
    const isGone = error instanceof ApiProblem && error.problem.status < 500;
    return isGone && error.problem.code !== "rate_limited" ? "expired" : "unknown";
  }
}
