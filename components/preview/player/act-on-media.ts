/** What keys and buttons do to a film or a sound. */
export function togglePlay(media: HTMLMediaElement): void {
  // A browser that wants a gesture first refuses; the button stays where it is.
  if (media.paused) void media.play().catch(() => {});
  else media.pause();
}

export function seekBy(media: HTMLMediaElement, seconds: number): void {
  seekTo(media, media.currentTime + seconds);
}

export function seekTo(media: HTMLMediaElement, seconds: number): void {
  const end = Number.isFinite(media.duration) ? media.duration : seconds;
  media.currentTime = Math.max(0, Math.min(end, seconds));
}

export const speeds = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2];

/** To the next of the speeds, up or down. */
export function changeSpeed(media: HTMLMediaElement, direction: 1 | -1): void {
  const next =
    direction > 0
      ? speeds.find((speed) => speed > media.playbackRate)
      : speeds.findLast((speed) => speed < media.playbackRate);
  if (next !== undefined) media.playbackRate = next;
}

export function toggleLoop(media: HTMLMediaElement): void {
  media.loop = !media.loop;
  // Browsers have no event of their own for it.
  media.dispatchEvent(new Event("loopchange"));
}

/** Where the picture before or after the present one is in its middle, in seconds. */
export function frameBeside(seconds: number, frameRate: number, step: 1 | -1): number {
  const frame = Math.floor(seconds * frameRate + 0.01);
  return Math.max(0, (frame + step + 0.5) / frameRate);
}
