import type { ScreenFault } from "@/lib/screens/schema";
import { findFault } from "./find-fault";

/** What a medium says on its way through a layer. */
export interface MediaEvents {
  ready(): void;
  shown(): void;
  ended(): void;
  failed(fault: ScreenFault): void;
}

type Stop = () => void;

const loadTimeoutMs = 20_000;
const firstFrameTimeoutMs = 8_000;
const stallTimeoutMs = 10_000;

/** Loads under the present one. Stopping unloads, which frees the decoder. */
export function loadVideo(video: HTMLVideoElement, src: string, events: MediaEvents): Stop {
  const { signal, stop } = listening();
  let isReady = false;
  const ready = () => {
    if (isReady) return;
    isReady = true;
    events.ready();
  };
  const timer = setTimeout(() => {
    if (isReady) return;
    if (video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA) ready();
    else events.failed("network");
  }, loadTimeoutMs);

  const frame = () => setRatio(video, video.videoWidth, video.videoHeight);
  video.addEventListener("loadedmetadata", frame, { signal });
  video.addEventListener("resize", frame, { signal });
  video.addEventListener("canplaythrough", ready, { signal });
  video.addEventListener(
    "error",
    () => {
      const isLineLost = video.error?.code === MediaError.MEDIA_ERR_NETWORK;
      if (isReady) return events.failed(isLineLost ? "stalled" : "unplayable");
      void findFault(src).then((fault) => signal.aborted || events.failed(fault));
    },
    { signal },
  );
  video.muted = true;
  video.preload = "auto";
  video.src = src;
  video.load();

  return () => {
    stop();
    clearTimeout(timer);
    video.pause();
    video.removeAttribute("src");
    video.load();
  };
}

/** Plays under the present one until the first frame is on the glass, then to the end. */
export function playVideo(
  video: HTMLVideoElement,
  durationMs: number | null,
  events: MediaEvents,
): Stop {
  const { signal, stop } = listening();
  let isShown = false;
  const shown = () => {
    if (isShown || signal.aborted) return;
    isShown = true;
    events.shown();
  };
  const timer = setTimeout(() => isShown || events.failed("stalled"), firstFrameTimeoutMs);
  const watchdog = watchForStall(video, () => events.failed("stalled"));

  video.addEventListener("ended", events.ended, { signal });
  video.addEventListener(
    "timeupdate",
    () => {
      // Frame callbacks do not come in a hidden tab, nor at all in old browsers.
      if (video.currentTime > 0.2) shown();
      if (isCut(video, durationMs)) events.ended();
    },
    { signal },
  );
  video.requestVideoFrameCallback?.(shown);
  video.play().catch((error: unknown) => {
    if (!signal.aborted) events.failed(isBlocked(error) ? "blocked" : "unplayable");
  });

  return () => {
    stop();
    clearTimeout(timer);
    clearInterval(watchdog);
  };
}

function watchForStall(video: HTMLVideoElement, stalled: () => void) {
  let last = -1;
  let stillMs = 0;
  return setInterval(() => {
    const isStill = video.currentTime === last && !video.ended && !document.hidden;
    last = video.currentTime;
    stillMs = isStill ? stillMs + 1000 : 0;
    if (stillMs === stallTimeoutMs) stalled();
  }, 1000);
}

/** Shown shorter than it is; its own end, a few frames away, is left to itself. */
function isCut(video: HTMLVideoElement, durationMs: number | null): boolean {
  if (durationMs === null || durationMs > video.duration * 1000 - 500) return false;
  return video.currentTime * 1000 >= durationMs;
}

export function setRatio(element: HTMLElement, width: number, height: number): void {
  if (width > 0 && height > 0) element.style.setProperty("--ratio", String(width / height));
}

function isBlocked(error: unknown): boolean {
  return error instanceof DOMException && error.name === "NotAllowedError";
}

function listening() {
  const controller = new AbortController();
  return { signal: controller.signal, stop: () => controller.abort() };
}
