import { closeProbe, openProbe } from "@/lib/sdk";
import type { Finding } from "@/lib/stores/schema";

const check = "browser";

/**
 * Sends a few bytes to the store and reads a piece of them, as uploads and films do: what the
 * server cannot see, the rules for other origins and this page's own policy, is tried by it.
 */
export async function tryInBrowser(storeId: string): Promise<Finding> {
  const { id, put, url, text } = await openProbe(storeId);
  try {
    const sent = await fetch(put.url, { method: "PUT", headers: put.headers, body: text });
    if (!sent.ok) return { check, outcome: "failed", detail: `PUT ${sent.status}` };
    const read = await fetch(url, { headers: { range: "bytes=1-3" }, cache: "no-store" });
    const piece = await read.text();
    const isRight = read.status === 206 && piece === text.slice(1, 4);
    return isRight
      ? { check, outcome: "passed" }
      : { check, outcome: "failed", detail: `GET ${read.status}` };
  } catch {
    // A browser tells a page no more than this of what other origins refuse.
    return { check, outcome: "failed" };
  } finally {
    await closeProbe(storeId, id).catch(() => {});
  }
}
