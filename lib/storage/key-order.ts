/** The order in which stores list: that of the keys' UTF-8 bytes, and of Postgres' "C". */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  // JavaScript compares UTF-16 units: where there are none beyond ASCII, that is the same.
  if (isAscii(a) && isAscii(b)) return a < b ? -1 : 1;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** undefined: everything is. */
export function isBeyond(key: string, after: string | undefined): boolean {
  return after === undefined || compareKeys(key, after) > 0;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}
