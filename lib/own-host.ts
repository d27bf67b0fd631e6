import type { HeaderReader } from "./header-reader";

/**
 * Whether a page's address is one that we are asked under: the request's own host, one that a
 * proxy forwards, or PUBLIC_URL's. Untrusted forwarded headers were dropped before anyone reads.
 */
export function isOwnHost(
  url: string,
  headers: HeaderReader,
  publicUrl: string | undefined,
): boolean {
  const forwarded = headers.get("x-forwarded-host")?.split(",") ?? [];
  const own = [headers.get("host"), ...forwarded, publicUrl && hostOf(publicUrl)];
  const host = hostOf(url);
  return host !== "" && own.some((name) => name?.trim().toLowerCase() === host);
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return "";
  }
}
