"use client";

import { useEffect, useReducer } from "react";
import { cn } from "@/components/ui/cn";
import { enterFullScreen } from "./full-screen";
import { IdleView } from "./idle-view";
import { MediaLayer } from "./media-layer";
import { PairingView } from "./pairing-view";
import { retryAt } from "./playback";
import { PlayerMenu } from "./player-menu";
import { initialState, type PlayerEvent, receiptOf, reduce, viewOf } from "./player-state";
import { keepToken, recallToken } from "./screen-token";
import { useAttention } from "./use-attention";
import { useMediaCache } from "./use-media-cache";
import { usePairing } from "./use-pairing";
import { useScreenLink } from "./use-screen-link";
import { useWakeLock } from "./use-wake-lock";

const retryEveryMs = 5_000;

/** `isPaired`: as far as the server knows; this browser knows better. */
export function Player({ isPaired }: { isPaired: boolean }) {
  const [state, send] = useReducer(reduce, initialState);
  const isPresent = useAttention();
  const source = useMediaCache(state.manifest?.items);
  const expected = isPaired ? "starting" : "pairing";
  const view = state.token.known ? viewOf(state) : expected;
  const token = state.token.known ? state.token.value : undefined;

  useEffect(() => send({ type: "remembered", token: recallToken() }), []);
  useEffect(() => {
    if (state.token.known) keepToken(state.token.value);
  }, [state.token]);
  usePairing(state.token.known && view === "pairing", send);
  useScreenLink(token, receiptOf(state), send);
  useRetry(retryAt(state.playback), send);
  useWakeLock();
  useFullScreenOnEnter();

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter is heard on the whole page
    <main
      data-theme="dark"
      data-player={view}
      className={cn(
        "fixed inset-0 isolate overflow-hidden bg-black text-ink select-none",
        !isPresent && "cursor-none",
      )}
      onClick={() => void enterFullScreen()}
    >
      {view === "pairing" ? (
        <PairingView pairing={state.pairing} />
      ) : (
        <IdleView view={view} connected={state.connected} />
      )}
      {([0, 1] as const).map((slot) => (
        <MediaLayer
          key={slot}
          play={state.playback.plays.find((play) => play.slot === slot)}
          source={source}
          send={send}
        />
      ))}
      {token === undefined ? null : (
        <PlayerMenu
          isAwake={isPresent}
          name={state.manifest?.screen.name}
          count={state.manifest?.items.length ?? 0}
          connected={state.connected}
          onUnpair={() => send({ type: "unpaired" })}
        />
      )}
    </main>
  );
}

function useRetry(at: number | undefined, send: (event: PlayerEvent) => void): void {
  useEffect(() => {
    if (at === undefined) return;
    const retry = () => send({ type: "retry", now: performance.now() });
    const timer = setInterval(retry, Math.max(retryEveryMs, at - performance.now() + 50));
    return () => clearInterval(timer);
  }, [at, send]);
}

/** The middle key of a remote control. */
function useFullScreenOnEnter(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Enter" && event.target === document.body) void enterFullScreen();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
