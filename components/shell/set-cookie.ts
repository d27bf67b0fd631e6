const yearSeconds = 31_536_000;

type CookieName = "theme" | "locale" | "client" | "library" | "screen-paired" | "tz";

/** A choice that the server must know before it draws the first pixel. */
export function setCookie(name: CookieName, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is absent on plain-http LAN addresses
  document.cookie = `${name}=${value}; path=/; max-age=${yearSeconds}; samesite=lax`;
}
