import { installBySystem, runs } from "./system-packages.mjs";

/** The product does without ffmpeg; its tests want to see both ways. */
export function ensureFfmpeg() {
  const isThere = () => runs("ffmpeg", "-version") && runs("ffprobe", "-version");
  return isThere() || (installBySystem("ffmpeg") && isThere());
}
