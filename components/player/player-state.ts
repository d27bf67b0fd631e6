import { wordProblem } from "@/lib/screens/facts";
import type { Manifest, ScreenFault } from "@/lib/screens/schema";
import type { Pairing } from "@/lib/sdk";
import {
  coming,
  ended,
  failed,
  forgive,
  keyOf,
  nothing,
  type Playback,
  ready,
  released,
  replaceItems,
  retry,
  showing,
  shown,
} from "./playback";

export interface PlayerState {
  /** What this browser is: not known yet, nobody's, or some client's screen. */
  token: { known: false } | { known: true; value: string | undefined };
  pairing: Pairing | undefined;
  connected: boolean;
  manifest: Manifest | undefined;
  playback: Playback;
}

export const initialState: PlayerState = {
  token: { known: false },
  pairing: undefined,
  connected: false,
  manifest: undefined,
  playback: nothing,
};

export type PlayerEvent =
  | { type: "remembered"; token: string | undefined }
  | { type: "code"; pairing: Pairing | undefined }
  | { type: "paired"; token: string }
  | { type: "unpaired" }
  | { type: "connection"; connected: boolean; now: number }
  | { type: "manifest"; manifest: Manifest; now: number }
  | { type: "ready" | "shown" | "ended" | "released"; id: number; now: number }
  | { type: "failed"; id: number; fault: ScreenFault; now: number }
  | { type: "retry"; now: number };

/** All decisions of the player. Times are milliseconds of any clock that only goes forward. */
export function reduce(state: PlayerState, event: PlayerEvent): PlayerState {
  switch (event.type) {
    case "remembered":
    case "paired":
      return { ...initialState, token: { known: true, value: event.token } };
    case "unpaired":
      return { ...initialState, token: { known: true, value: undefined } };
    case "code":
      return { ...state, pairing: event.pairing };
    case "connection":
      return connection(state, event.connected, event.now);
    case "manifest":
      return { ...state, manifest: event.manifest, playback: play(state.playback, event) };
    default:
      return { ...state, playback: play(state.playback, event) };
  }
}

type PlaybackEvent = Extract<PlayerEvent, { now: number }>;

function play(p: Playback, event: Exclude<PlaybackEvent, { type: "connection" }>): Playback {
  switch (event.type) {
    case "manifest":
      return replaceItems(p, event.manifest.items, event.now);
    case "ready":
      return ready(p, event.id, event.now);
    case "shown":
      return shown(p, event.id, event.now);
    case "ended":
      return ended(p, event.id, event.now);
    case "released":
      return released(p, event.id, event.now);
    case "failed":
      return failed(p, event.id, event.fault, event.now);
    case "retry":
      return retry(p, event.now);
  }
}

function connection(state: PlayerState, connected: boolean, now: number): PlayerState {
  if (connected === state.connected) return state;
  return {
    ...state,
    connected,
    playback: connected ? forgive(state.playback, now) : state.playback,
  };
}

export type View = "starting" | "pairing" | "waiting" | "empty" | "playing" | "trouble";

/** What is behind the media, and seen whenever no media is on top. */
export function viewOf({ token, manifest, playback: p }: PlayerState): View {
  if (!token.known) return "starting";
  if (token.value === undefined) return "pairing";
  if (!manifest) return "waiting";
  if (manifest.items.length === 0) return "empty";
  return showing(p) || coming(p) ? "playing" : "trouble";
}

export interface Receipt {
  revision: string | null;
  playingArtifactId: string | null;
  problem: string | null;
}

export function receiptOf({ manifest, playback: p }: PlayerState): Receipt {
  const broken = p.items.find((item) => p.faults[keyOf(item)]);
  const fault = broken && p.faults[keyOf(broken)]?.fault;
  return {
    revision: manifest?.revision ?? null,
    playingArtifactId: showing(p)?.item.artifactId ?? null,
    problem: broken && fault ? wordProblem(fault, broken.name) : null,
  };
}
