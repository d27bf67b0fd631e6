import type { StoryboardLayout } from "@/lib/media/schema";

/** Which tile of a storyboard shows a moment. */
export function tileAt(
  { columns, rows, intervalMs }: StoryboardLayout,
  seconds: number,
): { column: number; row: number } {
  const index = Math.floor((seconds * 1000) / intervalMs);
  const tile = Math.max(0, Math.min(columns * rows - 1, index));
  return { column: tile % columns, row: Math.floor(tile / columns) };
}
