const key = "vitrine.screen-token";

/** A browser may forbid storage; then the screen is paired until it is reloaded. */
export function recallToken(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepToken(token: string | undefined): void {
  try {
    if (token === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, token);
  } catch {}
}
