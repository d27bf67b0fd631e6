export interface RowHeights {
  /** True where something has changed. */
  set: (row: number, height: number) => boolean;
  of: (row: number) => number;
  /** Of all rows that stand above this one. */
  before: (row: number) => number;
  /** The row at a distance from the top of the first. */
  at: (offset: number, count: number) => number;
}

/** Heights of rows in pixels; what nobody has seen yet is as high as the others on average. */
export function createRowHeights(estimate: number): RowHeights {
  const measured = new Map<number, number>();
  let sum = 0;
  const average = () => (measured.size > 0 ? sum / measured.size : estimate);

  return {
    set(row, height) {
      const old = measured.get(row);
      if (old !== undefined && Math.abs(old - height) < 0.5) return false;
      sum += height - (old ?? 0);
      measured.set(row, height);
      return true;
    },
    of: (row) => measured.get(row) ?? average(),
    before(row) {
      let seen = 0;
      let height = 0;
      for (const [other, itsHeight] of measured) {
        if (other >= row) continue;
        seen += 1;
        height += itsHeight;
      }
      return height + (row - seen) * average();
    },
    at(offset, count) {
      const other = average();
      let row = 0;
      for (let left = offset; row < count - 1; row += 1) {
        left -= measured.get(row) ?? other;
        if (left < 0) break;
      }
      return row;
    },
  };
}
