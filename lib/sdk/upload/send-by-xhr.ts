import type { SignedUpload } from "@/lib/uploads/schema";
import { TransportError, type TransportFailure } from "./transport";

// A connection that died without a word shows no error for minutes; this one is long enough for
// a store that takes its time with the answer.
const silenceMs = 60_000;

/** PUT with progress, which fetch has not. Answers the store's receipt. */
export function sendByXhr(
  { method, url, headers }: SignedUpload,
  body: Blob,
  onSent: (sentBytes: number) => void,
  signal: AbortSignal,
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    let watch = setTimeout(() => xhr.abort(), silenceMs);
    const stop = () => xhr.abort();

    xhr.open(method, url);
    for (const [name, value] of Object.entries(headers)) {
      // The browser sets the length itself, and refuses to be told.
      if (name.toLowerCase() !== "content-length") xhr.setRequestHeader(name, value);
    }
    xhr.upload.onprogress = ({ loaded }) => {
      clearTimeout(watch);
      watch = setTimeout(() => xhr.abort(), silenceMs);
      onSent(Math.min(loaded, body.size));
    };
    xhr.onload = () => {
      if (xhr.status >= 200 && xhr.status < 300) resolve(receiptOf(xhr));
      else reject(new TransportError(refusalOf(xhr)));
    };
    xhr.onerror = () => noAnswer(body).then((failure) => reject(new TransportError(failure)));
    xhr.onabort = () => {
      reject(signal.aborted ? signal.reason : new TransportError({ kind: "network" }));
    };
    xhr.onloadend = () => {
      clearTimeout(watch);
      signal.removeEventListener("abort", stop);
    };
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener("abort", stop);
    xhr.send(body);
  });
}

// A file that was changed, moved or unplugged meanwhile looks like a dead network; reading tells.
async function noAnswer(body: Blob): Promise<TransportFailure> {
  try {
    await body.slice(0, 1).arrayBuffer();
    return { kind: "network" };
  } catch {
    return { kind: "unreadable" };
  }
}

function receiptOf(xhr: XMLHttpRequest): string | undefined {
  // Asking for a header that a store's CORS rules hide prints a warning for every part.
  const isOwn = new URL(xhr.responseURL || location.href).origin === location.origin;
  return (isOwn && xhr.getResponseHeader("x-vitrine-receipt")) || undefined;
}

function refusalOf(xhr: XMLHttpRequest): TransportFailure {
  const seconds = Number(xhr.getResponseHeader("retry-after"));
  // 401 and 403: the URL is too old, or signed by a key that is gone.
  const isStale = xhr.status === 401 || xhr.status === 403;
  return {
    kind: isStale ? "stale" : "refused",
    status: xhr.status,
    ...problemOf(xhr.responseText),
    ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}),
  };
}

function problemOf(text: string): Partial<TransportFailure> {
  try {
    const { code, reason, detail } = JSON.parse(text) as Record<string, string | undefined>;
    return {
      ...(code ? { code } : {}),
      ...(reason ? { reason } : {}),
      ...(detail ? { detail } : {}),
    };
  } catch {
    return {};
  }
}
