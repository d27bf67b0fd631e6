const bytesPerGigabyte = 1e9;

/** A limit as it stands in a field: `10`, `0.5`; empty where there is none. */
export function gigabytesOf(bytes: number | null): string {
  if (bytes === null) return "";
  return (bytes / bytesPerGigabyte).toFixed(9).replace(/\.?0+$/, "");
}
