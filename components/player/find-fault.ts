import type { ScreenFault } from "@/lib/screens/schema";

const timeoutMs = 10_000;

/** A media element says the same of a file that it cannot decode and of one that is not there. */
export async function findFault(src: string): Promise<ScreenFault> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  try {
    const { signal } = controller;
    const answer = await fetch(src, { signal, headers: { range: "bytes=0-0" } });
    await answer.body?.cancel();
    return answer.ok ? "unplayable" : "network";
  } catch {
    return "network";
  } finally {
    clearTimeout(timer);
  }
}
