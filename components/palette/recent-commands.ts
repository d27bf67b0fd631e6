const most = 5;

/** Ids of the commands that a person used last at this browser, newest first. */
export function recentCommands(userId: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string").slice(0, most) : [];
  } catch {
    // A browser may refuse storage, and others may have written there.
    return [];
  }
}

export function rememberCommand(userId: string, id: string): void {
  const ids = [id, ...recentCommands(userId).filter((other) => other !== id)].slice(0, most);
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify(ids));
  } catch {
    // Full or refused: next time the list begins as it does for a new person.
  }
}

function keyOf(userId: string): string {
  return `palette.${userId}`;
}
