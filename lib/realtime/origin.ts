import type { IncomingHttpHeaders } from "node:http";
import { readerOf } from "@/lib/header-reader";
import { isOwnHost } from "@/lib/own-host";

/**
 * Browsers send cookies with any page's socket and no CORS holds them back, so a socket that
 * carries a cookie must come from a page of ours (CSWSH). Programs without a cookie may come from
 * anywhere: they bring a token.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicUrl: string | undefined): boolean {
  if (!headers.cookie || !headers.origin) return true;
  return isOwnHost(headers.origin, readerOf(headers), publicUrl);
}
