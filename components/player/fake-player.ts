import type { Manifest, ManifestItem } from "@/lib/screens/schema";
import { coming, showing } from "./playback";
import { initialState, type PlayerEvent, type PlayerState, reduce } from "./player-state";

export function item(name: string, kind: "video" | "image" = "video"): ManifestItem {
  return {
    artifactId: `00000000-0000-7000-8000-${name.padStart(12, "0")}`,
    name,
    kind,
    contentType: kind === "video" ? "video/mp4" : "image/png",
    sizeBytes: 1,
    sha256: name,
    width: null,
    height: null,
    durationMs: null,
    url: `/media/${name}`,
  };
}

function manifest(...items: ManifestItem[]): Manifest {
  return {
    screen: { id: "00000000-0000-7000-8000-000000000000", name: "Window", region: null },
    revision: items.map(({ name }) => name).join("+") || "none",
    items,
    urlsExpireAt: "2030-01-01T00:00:00Z",
  };
}

/** Drives the reducer as the effects would: the clock moves, media load and end. */
export function player(...items: ManifestItem[]) {
  let state: PlayerState = reduce(initialState, { type: "paired", token: "secret" });
  let now = 0;
  const send = (event: PlayerEvent) => {
    state = reduce(state, event);
  };
  const api = {
    get state() {
      return state;
    },
    get onScreen() {
      return showing(state.playback)?.item.name;
    },
    get next() {
      return coming(state.playback)?.item.name;
    },
    show: (...items: ManifestItem[]) =>
      send({ type: "manifest", manifest: manifest(...items), now }),
    wait: (ms: number) => {
      now += ms;
    },
    retry: () => send({ type: "retry", now }),
    connect: (connected: boolean) => send({ type: "connection", connected, now }),
    load: () => send({ type: "ready", id: coming(state.playback)?.id ?? 0, now }),
    breakNext: () =>
      send({ type: "failed", id: coming(state.playback)?.id ?? 0, fault: "network", now }),
    breakCurrent: (fault: "unplayable" | "stalled") =>
      send({ type: "failed", id: showing(state.playback)?.id ?? 0, fault, now }),
    end: () => send({ type: "ended", id: showing(state.playback)?.id ?? 0, now }),
    raise: () => send({ type: "shown", id: coming(state.playback)?.id ?? 0, now }),
    release: () => {
      for (const play of state.playback.plays) send({ type: "released", id: play.id, now });
    },
    /** Loads and shows what comes next, as after an item's end. */
    advance: () => {
      api.load();
      api.end();
      api.raise();
      api.release();
      return api.onScreen;
    },
  };
  if (items.length > 0) api.show(...items);
  return api;
}
