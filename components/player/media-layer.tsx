"use client";

import { type RefObject, useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { loadImage, showImage } from "./drive-image";
import { loadVideo, type MediaEvents, playVideo } from "./drive-video";
import type { MediaSource } from "./media-cache";
import type { Play, Stage } from "./playback";
import type { PlayerEvent } from "./player-state";

interface MediaLayerProps {
  play: Play | undefined;
  source: MediaSource;
  send(event: PlayerEvent): void;
}

/** Unloading the old one sooner flashes white now and then. */
const unloadAfterMs = 250;

/**
 * As large as fits, with black all around but not behind: for a moment after the cut a film may have
 * nothing to draw, and then the old one's last frame must shine through instead of black.
 */
const frameStyle =
  "col-start-1 row-start-1 aspect-(--ratio) w-[min(100vw,100dvh*var(--ratio))] max-w-none shadow-[0_0_0_100vmax_black]";

const depth: Record<Stage, string> = {
  loading: "z-0",
  ready: "z-0",
  starting: "z-10",
  leaving: "z-20",
  showing: "z-30",
};

/** One of the two layers. Its elements live as long as the page; what they show changes. */
export function MediaLayer({ play, source, send }: MediaLayerProps) {
  const video = useRef<HTMLVideoElement>(null);
  const image = useRef<HTMLImageElement>(null);
  useMedia(play, source, send, video, image);
  const kind = play?.item.kind;

  return (
    <div
      aria-hidden={play?.stage !== "showing"}
      className={cn(
        "absolute inset-0 grid place-items-center overflow-hidden",
        play ? depth[play.stage] : "z-0",
        (!play || play.uncovered) && "invisible",
      )}
      data-stage={play?.stage}
    >
      <video
        ref={video}
        className={cn(frameStyle, kind !== "video" && "invisible")}
        muted
        playsInline
        disablePictureInPicture
        disableRemotePlayback
        tabIndex={-1}
        aria-label={kind === "video" ? play?.item.name : undefined}
      />
      {/* biome-ignore lint/performance/noImgElement: shown full screen, as stored */}
      <img
        ref={image}
        alt={kind === "image" ? (play?.item.name ?? "") : ""}
        decoding="sync"
        className={cn(frameStyle, "bg-black", kind !== "image" && "invisible")}
      />
    </div>
  );
}

function useMedia(
  play: Play | undefined,
  source: MediaSource,
  send: (event: PlayerEvent) => void,
  video: RefObject<HTMLVideoElement | null>,
  image: RefObject<HTMLImageElement | null>,
): void {
  const latest = useRef({ play, send });
  latest.current = { play, send };
  const id = play?.id;
  const isStarted = play?.stage === "starting" || play?.stage === "showing";
  const isLeaving = play?.stage === "leaving";

  useEffect(() => {
    const { play } = latest.current;
    if (id === undefined || play?.id !== id) return;
    const events = eventsOf(id, (event) => latest.current.send(event));
    const controller = new AbortController();
    let stop = () => {};
    source.resolve(play.item).then(
      ({ src, release }) => {
        if (controller.signal.aborted) return release();
        const unload =
          play.item.kind === "video"
            ? video.current && loadVideo(video.current, src, events)
            : image.current && loadImage(image.current, src, events);
        stop = () => {
          unload?.();
          release();
        };
      },
      () => controller.signal.aborted || events.failed("network"),
    );
    return () => {
      controller.abort();
      stop();
    };
  }, [id, source, video, image]);

  useEffect(() => {
    const { play } = latest.current;
    if (id === undefined || !isStarted || !play) return;
    const events = eventsOf(id, (event) => latest.current.send(event));
    const { kind, durationMs } = play.item;
    if (kind === "image") return showImage(durationMs, events);
    return video.current ? playVideo(video.current, durationMs, events) : undefined;
  }, [id, isStarted, video]);

  useEffect(() => {
    if (id === undefined || !isLeaving) return;
    const timer = setTimeout(
      () => latest.current.send({ type: "released", id, now: performance.now() }),
      unloadAfterMs,
    );
    return () => clearTimeout(timer);
  }, [id, isLeaving]);
}

function eventsOf(id: number, send: (event: PlayerEvent) => void): MediaEvents {
  const say = (type: "ready" | "shown" | "ended") => () =>
    send({ type, id, now: performance.now() });
  return {
    ready: say("ready"),
    shown: say("shown"),
    ended: say("ended"),
    failed: (fault) => send({ type: "failed", id, fault, now: performance.now() }),
  };
}
