import { expect, it } from "vitest";
import { storyboardLayout } from "./storyboard-layout";

const wide = { width: 1920, height: 1080 };

it("has a tile for every half second of a short film", () => {
  expect(storyboardLayout({ durationMs: 4000, ...wide })).toEqual({
    ...{ columns: 8, rows: 1, tileWidth: 160, tileHeight: 90, intervalMs: 500 },
  });
});

it("has a hundred tiles of a long one, however long", () => {
  const layout = storyboardLayout({ durationMs: 2 * 60 * 60 * 1000, ...wide });
  expect(layout).toMatchObject({ columns: 10, rows: 10, intervalMs: 72_000 });
});

it("stands upright with a film that does, and survives odd sizes", () => {
  const upright = storyboardLayout({ durationMs: 9000, width: 1080, height: 1920 });
  expect(upright).toMatchObject({ tileWidth: 90, tileHeight: 160 });
  const ribbon = storyboardLayout({ durationMs: 1, width: 4000, height: 8 });
  expect(ribbon).toMatchObject({ columns: 1, rows: 1, tileWidth: 160, tileHeight: 2 });
});
