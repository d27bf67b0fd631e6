const fallback = "/";
// Any origin will do: what leaves it is not ours.
const base = "http://vitrine.invalid";

/** Where to go after signing in: a path of this site, whatever stands in `?next=`. */
export function safeNextPath(next: string | null | undefined): string {
  if (!next?.startsWith("/")) return fallback;
  let url: URL;
  try {
    url = new URL(next, base);
  } catch {
    return fallback;
  }
  if (url.origin !== base) return fallback;
  // Normalising `/x/..//host` yields a path that a browser reads as another host.
  if (url.pathname.startsWith("//") || /^\/(api|sign-in)(\/|$)/.test(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}

/** The sign-in page that comes back to `path`. */
export function signInPath(path: string | null | undefined): string {
  const next = safeNextPath(path);
  return next === fallback ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}
