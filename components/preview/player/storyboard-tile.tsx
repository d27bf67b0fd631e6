import type { ArtifactDetails } from "@/lib/artifacts/schema";
import { tileAt } from "./tile-at";

interface StoryboardTileProps {
  storyboard: NonNullable<ArtifactDetails["storyboard"]>;
  seconds: number;
}

export function StoryboardTile({ storyboard, seconds }: StoryboardTileProps) {
  const { url, columns, rows, tileWidth, tileHeight } = storyboard;
  const { column, row } = tileAt(storyboard, seconds);
  return (
    <div
      data-testid="scrub-thumbnail"
      className="rounded-md border border-white/40 bg-black shadow-lg"
      style={{
        width: tileWidth,
        height: tileHeight,
        backgroundImage: `url("${url}")`,
        backgroundSize: `${columns * tileWidth}px ${rows * tileHeight}px`,
        backgroundPosition: `-${column * tileWidth}px -${row * tileHeight}px`,
      }}
    />
  );
}
