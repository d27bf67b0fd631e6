/** How a picture lies on the stage: moved from its middle by x and y, and enlarged from where it fits. */
export interface View {
  scale: number;
  x: number;
  y: number;
}

export interface Sizes {
  /** The stage, and the picture where it fits; pixels of the page. */
  stage: { width: number; height: number };
  fitted: { width: number; height: number };
  /** The scale at which a pixel of the picture is one of the page. */
  actual: number;
}

export const fit: View = { scale: 1, x: 0, y: 0 };

const least = 8;

export function maxScale({ actual }: Sizes): number {
  return Math.max(least, actual * 4);
}

/** Enlarges to `scale`; what lies at `point`, counted from the middle of the stage, stays there. */
export function zoomTo(
  view: View,
  scale: number,
  sizes: Sizes,
  point: { x: number; y: number } = { x: 0, y: 0 },
): View {
  const next = Math.max(1, Math.min(maxScale(sizes), scale));
  const ratio = next / view.scale;
  const x = point.x - (point.x - view.x) * ratio;
  const y = point.y - (point.y - view.y) * ratio;
  return within({ scale: next, x, y }, sizes);
}

export function panBy(view: View, dx: number, dy: number, sizes: Sizes): View {
  return within({ ...view, x: view.x + dx, y: view.y + dy }, sizes);
}

/** No further than its edges: there is nothing to see beyond them. */
function within({ scale, x, y }: View, { stage, fitted }: Sizes): View {
  const roomX = Math.max(0, (fitted.width * scale - stage.width) / 2);
  const roomY = Math.max(0, (fitted.height * scale - stage.height) / 2);
  const clamp = (value: number, room: number) => Math.max(-room, Math.min(room, value)) || 0;
  return { scale, x: clamp(x, roomX), y: clamp(y, roomY) };
}
