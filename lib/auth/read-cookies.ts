import type { HeaderReader } from "@/lib/header-reader";

/** The cookies of a request, their values as they came. */
export function readCookies(headers: HeaderReader): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (headers.get("cookie") ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0) cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  return cookies;
}
