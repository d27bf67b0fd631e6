import type { StoryboardLayout } from "./schema";

export type { StoryboardLayout };

const maxTiles = 100;
const columns = 10;
/** Of the longer side of a tile; one of a wide film is 160 × 90. */
const tilePixels = 160;
const shortestIntervalMs = 500;

/** How the frames of a film lie in one picture: in rows, one for each interval. */
export function storyboardLayout(film: {
  durationMs: number;
  width: number;
  height: number;
}): StoryboardLayout {
  const intervalMs = Math.max(shortestIntervalMs, Math.ceil(film.durationMs / maxTiles));
  const tiles = Math.max(1, Math.min(maxTiles, Math.ceil(film.durationMs / intervalMs)));
  const scale = tilePixels / Math.max(film.width, film.height);
  const side = (pixels: number) => Math.max(2, Math.round((pixels * scale) / 2) * 2);
  return {
    columns: Math.min(columns, tiles),
    rows: Math.ceil(tiles / columns),
    tileWidth: side(film.width),
    tileHeight: side(film.height),
    intervalMs,
  };
}
