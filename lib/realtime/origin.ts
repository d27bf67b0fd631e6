import type { IncomingHttpHeaders } from "node:http";

/**
 * Browsers send cookies with any page's socket and no CORS holds them back, so a socket that
 * carries a cookie must come from a page of ours (CSWSH). Programs without a cookie may come from
 * anywhere: they bring a token.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicUrl: string | undefined): boolean {
  if (!headers.cookie || !headers.origin) return true;
  const host = hostOf(headers.origin);
  const forwarded = headers["x-forwarded-host"];
  const own = [
    headers.host,
    ...String(forwarded ?? "")
      .split(",")
      .map((name) => name.trim()),
    publicUrl && hostOf(publicUrl),
  ];
  return host !== "" && own.some((name) => name?.toLowerCase() === host);
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return "";
  }
}
