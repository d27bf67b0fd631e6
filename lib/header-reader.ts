import type { IncomingHttpHeaders } from "node:http";

/** What web Headers and Next's own headers have in common. */
export interface HeaderReader {
  get(name: string): string | null;
}

/** Node's headers, of an upgrade or of the data plane, read in the same way. */
export function readerOf(headers: IncomingHttpHeaders): HeaderReader {
  return {
    get(name) {
      const value = headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(", ") : (value ?? null);
    },
  };
}
