/** `gone`: the store has no such bytes. `down`: nobody can tell now. `fine`: what else is wrong is the file's own. */
export type MediaState = "gone" | "down" | "fine";

/** Asks for one byte, as a head alone does not show whether the bytes are there. */
export async function probeMedia(
  src: string,
  signal: AbortSignal,
  ask: typeof fetch = fetch,
): Promise<MediaState> {
  try {
    const headers = { range: "bytes=0-0" };
    const response = await ask(src, { headers, signal, cache: "no-store" });
    void response.body?.cancel().catch(() => undefined);
    if (response.status === 404) return "gone";
    return response.status >= 500 ? "down" : "fine";
  } catch {
    signal.throwIfAborted();
    return (await answers(src, signal, ask)) ? "fine" : "down";
  }
}

/** A store that does not let pages read its answers may have answered all the same. */
async function answers(src: string, signal: AbortSignal, ask: typeof fetch): Promise<boolean> {
  try {
    await ask(src, { method: "HEAD", mode: "no-cors", signal, cache: "no-store" });
    return true;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}
