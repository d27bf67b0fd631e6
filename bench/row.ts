/** One measured figure beside a yardstick of the same run. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  /** What it is held against, and that figure in the same unit. */
  yardstick?: { name: string; value: number };
  /** value / yardstick for throughput, yardstick / value for times: more is better. */
  ratio?: number;
  aim?: string;
}

export function printTable(rows: Row[]): void {
  const head = ["what", "figure", "yardstick", "ratio", "aim"];
  const cells = rows.map((row) => [
    row.name,
    `${format(row.value)} ${row.unit}`,
    row.yardstick ? `${format(row.yardstick.value)} ${row.unit} (${row.yardstick.name})` : "",
    row.ratio === undefined ? "" : row.ratio.toFixed(2),
    row.aim ?? "",
  ]);
  const widths = head.map((title, i) =>
    Math.max(title.length, ...cells.map((line) => line[i]?.length ?? 0)),
  );
  const line = (texts: string[]) =>
    texts
      .map((text, i) => text.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd();
  console.log(
    [line(head), line(widths.map((width) => "-".repeat(width))), ...cells.map(line)].join("\n"),
  );
}

function format(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
