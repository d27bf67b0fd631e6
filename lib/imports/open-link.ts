import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { checkedLookup, type IsAllowed } from "./checked-lookup";
import { LinkError } from "./link-error";

export interface OpenedLink {
  /** After redirects. */
  url: URL;
  response: IncomingMessage;
}

const maxRedirects = 5;
const answerMs = 30_000;

/** Follows a link to its answer. Every hop is checked; nothing of ours is sent along. */
export async function openLink(
  link: string,
  isAllowed: IsAllowed,
  signal: AbortSignal,
): Promise<OpenedLink> {
  let url = new URL(link);
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    const response = await ask(url, isAllowed, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode < 300 || statusCode >= 400 || !headers.location) {
      return { url, response };
    }
    response.destroy();
    url = nextUrl(headers.location, url);
  }
  throw new LinkError("import_unreachable");
}

function nextUrl(location: string, from: URL): URL {
  if (!URL.canParse(location, from)) throw new LinkError("import_unreachable");
  const url = new URL(location, from);
  if (!/^https?:$/.test(url.protocol)) throw new LinkError("import_unreachable");
  if (url.username || url.password) throw new LinkError("import_needs_password");
  return url;
}

function ask(url: URL, isAllowed: IsAllowed, signal: AbortSignal): Promise<IncomingMessage> {
  // An address in the link itself is never looked up.
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(literal) && !isAllowed(literal)) throw new LinkError("import_address_refused");
  const open = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = open(url, {
      agent: false,
      signal,
      lookup: checkedLookup(isAllowed),
      headers: { accept: "*/*", "accept-encoding": "identity", "user-agent": "Vitrine" },
    });
    request.setTimeout(answerMs, () => request.destroy(new Error("no answer")));
    request.on("response", resolve);
    request.on("error", (cause) => {
      if (signal.aborted) return reject(signal.reason);
      reject(
        cause instanceof LinkError ? cause : new LinkError("import_unreachable", true, { cause }),
      );
    });
    request.end();
  });
}
