import { expect, it } from "vitest";
import { tileAt } from "./tile-at";

it("finds the tile of a moment, and the last one for what lies behind", () => {
  const layout = { columns: 10, rows: 3, tileWidth: 160, tileHeight: 90, intervalMs: 500 };
  expect(tileAt(layout, 0)).toEqual({ column: 0, row: 0 });
  expect(tileAt(layout, 5.6)).toEqual({ column: 1, row: 1 });
  expect(tileAt(layout, 99)).toEqual({ column: 9, row: 2 });
});
