/** Where a key leads from an item of a grid; undefined: it leads nowhere. */
export function stepOf(
  key: string,
  index: number,
  count: number,
  columns: number,
): number | undefined {
  const to = (next: number) => (next >= 0 && next < count ? next : index);
  switch (key) {
    case "ArrowLeft":
      return columns > 1 ? to(index - 1) : undefined;
    case "ArrowRight":
      return columns > 1 ? to(index + 1) : undefined;
    case "ArrowUp":
      return to(index - columns);
    case "ArrowDown":
      // Into a last row that is shorter.
      return index + columns >= count
        ? Math.max(index, lastRowEnd(index, count, columns))
        : to(index + columns);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

function lastRowEnd(index: number, count: number, columns: number): number {
  const isInLastRow = Math.floor(index / columns) === Math.floor((count - 1) / columns);
  return isInLastRow ? index : count - 1;
}
