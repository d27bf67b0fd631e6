import { letRequestsNameTheHost } from "@/lib/config";
import { isAppError } from "@/lib/errors";
import { readText } from "@/lib/read-text";
import { runtime } from "@/lib/runtime";
import { deviceCookie } from "./device-cookie";
import { authOptions } from "./next-auth";
import { readCookies } from "./read-cookies";
import { requestOrigin } from "./request-origin";
import { Email } from "./schema";

const maxBodyBytes = 64 * 1024;

/** next-auth's own addresses (/api/auth/…): sign in, sign out, renew the session. */
export async function handleNextAuth(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const nextauth = url.pathname.split("/").slice(3);
  // Browsers may report errors to it; anybody could fill the log.
  if (nextauth[0] === "_log") return new Response(null, { status: 204 });
  const body = await readForm(request);
  if (body === "too large") return new Response(null, { status: 413 });

  const { config, secrets } = runtime();
  const origin = new URL(requestOrigin(request.headers, config));
  const answer = await callNextAuth(request, {
    method: request.method,
    query: { ...Object.fromEntries(url.searchParams), nextauth },
    body,
    cookies: cookiesOf(request),
    headers: {
      ...Object.fromEntries(request.headers),
      "x-forwarded-host": origin.host,
      "x-forwarded-proto": origin.protocol.slice(0, -1),
    },
  });

  // Only who has just proved the password: a renewed session says nothing of the e-mail beside it.
  const email = Email.safeParse(
    nextauth.join("/") === "callback/credentials" ? body?.email : undefined,
  );
  if (email.success && answer.headers.getSetCookie().some(isSession)) {
    const secure = origin.protocol === "https:";
    answer.headers.append("set-cookie", deviceCookie(secrets, email.data, secure));
  }
  return answer;
}

const isSession = (cookie: string) => /^(__Secure-)?next-auth\.session-token=[^;]/.test(cookie);

/** Its handler for pages' API routes: the other one only runs inside of Next. */
async function callNextAuth(request: Request, asked: object): Promise<Response> {
  letRequestsNameTheHost();
  const { default: loaded } = await import("next-auth");
  // CommonJS: bundlers unwrap its default export, Node does not.
  const nextAuth = "default" in loaded ? (loaded.default as typeof loaded) : loaded;

  const headers = new Headers({ "cache-control": "no-store" });
  let status = 200;
  let content: string | null = null;
  const response = {
    status(code: number) {
      status = code;
      return response;
    },
    getHeader: (name: string) => (name === "Set-Cookie" ? headers.getSetCookie() : undefined),
    setHeader(name: string, value: string | string[]) {
      headers.delete(name);
      for (const one of [value].flat()) headers.append(name, one);
      return response;
    },
    json(value: unknown) {
      headers.set("content-type", "application/json");
      content = JSON.stringify(value);
    },
    send(value: unknown) {
      if (typeof value === "object") response.json(value);
      else if (value !== undefined) content = String(value);
    },
    end: () => {},
  };
  await nextAuth(asked as never, response as never, authOptions(request.headers));

  const seconds = /error=rate_limited(?:%3A|:)(\d+)/.exec(content ?? "")?.[1];
  if (seconds) {
    status = 429;
    headers.set("retry-after", seconds);
  }
  return new Response(content, { status, headers });
}

async function readForm(
  request: Request,
): Promise<Record<string, unknown> | "too large" | undefined> {
  const type = request.headers.get("content-type") ?? "";
  if (request.method !== "POST" || !type.startsWith("application/x-www-form-urlencoded")) return;
  try {
    return Object.fromEntries(new URLSearchParams(await readText(request, maxBodyBytes)));
  } catch (error) {
    if (isAppError(error) && error.code === "too_large") return "too large";
    throw error;
  }
}

function cookiesOf({ headers }: Request): Record<string, string> {
  return Object.fromEntries(
    [...readCookies(headers)].map(([name, value]) => [name, decode(value)]),
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
