import { describe, expect, it } from "vitest";
import { fit, panBy, zoomTo } from "./view";

const sizes = {
  stage: { width: 1000, height: 600 },
  fitted: { width: 800, height: 600 },
  actual: 4,
};

describe("zooming into a picture", () => {
  it("keeps what lies under the pointer there", () => {
    const view = zoomTo(fit, 4, sizes, { x: 200, y: 100 });
    // The point was 200 from the middle; four times as far it is at 800, moved back by 600.
    expect(view).toEqual({ scale: 4, x: -600, y: -300 });
  });

  it("goes no further than its edges, and no smaller than it fits", () => {
    const view = zoomTo(fit, 2, sizes, { x: 500, y: 300 });
    expect(view).toEqual({ scale: 2, x: -300, y: -300 });
    expect(panBy(view, -9999, 9999, sizes)).toEqual({ scale: 2, x: -300, y: 300 });
    expect(zoomTo(view, 0.1, sizes)).toEqual(fit);
    expect(zoomTo(fit, 999, sizes).scale).toBe(16);
  });

  it("does not move sideways while there is room beside it", () => {
    expect(panBy(zoomTo(fit, 1.1, sizes), 50, 10, sizes)).toMatchObject({ x: 0, y: 10 });
  });
});
