import { setCookie } from "@/components/shell/set-cookie";

const key = "vitrine.screen-token";

/** Tells the server which of the two views it draws; the secret itself stays here. */
export const pairedCookie = "screen-paired";

/** A browser may forbid storage; then the screen is paired until it is reloaded. */
export function recallToken(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepToken(token: string | undefined): void {
  setCookie(pairedCookie, token === undefined ? "" : "yes");
  try {
    if (token === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, token);
  } catch {}
}
