type Listener = () => void;

const listeners = new Set<Listener>();
let known: string | undefined;
let isNew = false;

/** Every answer of the API names the build that gave it; another one means that this page is old. */
export function noteVersion(headers: Headers): void {
  const version = headers.get("x-vitrine-build");
  if (!version || isNew) return;
  known ??= version;
  if (version === known) return;
  isNew = true;
  for (const listener of listeners) listener();
}

/** Tells once when the server has become another build than it was when the page was loaded. */
export function onNewVersion(listener: Listener): () => void {
  listeners.add(listener);
  if (isNew) listener();
  return () => listeners.delete(listener);
}
