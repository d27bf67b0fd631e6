const name = "client";

interface CookieReader {
  get(name: string): { value: string } | undefined;
}

/** The clients with the one whose pages were open last at this browser in front. */
export function lastUsedFirst<T extends { id: string }>(
  clients: readonly T[],
  cookies: CookieReader,
): T[] {
  const last = cookies.get(name)?.value;
  return [...clients.filter(({ id }) => id === last), ...clients.filter(({ id }) => id !== last)];
}
