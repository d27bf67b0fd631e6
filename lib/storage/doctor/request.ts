import { failed } from "./finding";

const timeoutMs = 15_000;
/** Two megabits a second: what a slow line takes beyond that. */
const bytesPerMs = 256;

/** As a browser would, with a time-out. The failure names no URL, as that is signed. */
export async function request(url: string, init: RequestInit = {}): Promise<Response> {
  const sentBytes = init.body instanceof Uint8Array ? init.body.length : 0;
  const signal = AbortSignal.timeout(timeoutMs + Math.ceil(sentBytes / bytesPerMs));
  try {
    return await fetch(url, { ...init, signal });
  } catch (error) {
    const { cause, name } = error as { cause?: { code?: string }; name: string };
    throw failed(cause?.code ?? name);
  }
}

/** The store's own word for a refusal, and its status. */
export async function wordOf(response: Response): Promise<string> {
  const text = (await response.text()).slice(0, 2000);
  const word = /<Code>([^<]+)<\/Code>/.exec(text)?.[1];
  return word ? `${response.status} ${word}` : String(response.status);
}
