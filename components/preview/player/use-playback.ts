"use client";

import { useEffect, useState } from "react";

export interface Playback {
  paused: boolean;
  /** Seconds; 0 until it is known. */
  duration: number;
  volume: number;
  muted: boolean;
  rate: number;
  loop: boolean;
  waiting: boolean;
}

const events = [
  ...["play", "pause", "ended", "durationchange", "volumechange", "ratechange", "waiting"],
  ...["playing", "canplay", "seeked", "loadedmetadata", "loopchange"],
];

/** How a film or a sound stands now, without the moment, which changes all the time. */
export function usePlayback(media: HTMLMediaElement | null): Playback {
  const [playback, setPlayback] = useState(() => stateOf(media));
  useEffect(() => {
    if (!media) return;
    const read = () => setPlayback(stateOf(media));
    read();
    for (const event of events) media.addEventListener(event, read);
    return () => {
      for (const event of events) media.removeEventListener(event, read);
    };
  }, [media]);
  return playback;
}

function stateOf(media: HTMLMediaElement | null): Playback {
  return {
    paused: media?.paused ?? true,
    duration: media && Number.isFinite(media.duration) ? media.duration : 0,
    volume: media?.volume ?? 1,
    muted: media?.muted ?? false,
    rate: media?.playbackRate ?? 1,
    loop: media?.loop ?? false,
    waiting: media ? !media.paused && media.readyState < media.HAVE_FUTURE_DATA : false,
  };
}

/** The moment that is shown, in seconds; with every picture while it plays. */
export function useMoment(media: HTMLMediaElement | null): number {
  const [moment, setMoment] = useState(0);
  useEffect(() => {
    if (!media) return;
    let frame = 0;
    const read = () => setMoment(media.currentTime);
    const run = () => {
      read();
      frame = media.paused ? 0 : requestAnimationFrame(run);
    };
    const start = () => {
      cancelAnimationFrame(frame);
      run();
    };
    start();
    for (const event of ["play", "pause", "seeking", "seeked", "timeupdate", "loadedmetadata"])
      media.addEventListener(event, start);
    return () => {
      cancelAnimationFrame(frame);
      for (const event of ["play", "pause", "seeking", "seeked", "timeupdate", "loadedmetadata"])
        media.removeEventListener(event, start);
    };
  }, [media]);
  return moment;
}
