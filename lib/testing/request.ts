import type { RouteHandler } from "@/lib/http";

interface RequestOptions {
  method?: string;
  path?: string;
  params?: Record<string, string>;
  /** Sent as JSON; a string goes as it is. */
  body?: unknown;
  cookie?: string;
  clientId?: string;
  bearer?: string;
  headers?: Record<string, string>;
}

/** Calls an exported route handler as our server would, without a server. */
export function request(handler: RouteHandler, options: RequestOptions = {}): Promise<Response> {
  const { method = "GET", path = "/", params = {}, body, cookie, clientId, bearer } = options;
  const headers = new Headers({ "x-vitrine-peer": "127.0.0.1", "accept-language": "en" });
  if (body !== undefined) headers.set("content-type", "application/json");
  if (cookie) headers.set("cookie", cookie);
  if (clientId) headers.set("x-client-id", clientId);
  if (bearer) headers.set("authorization", `Bearer ${bearer}`);
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  return handler(new Request(`http://vitrine.test${path}`, { method, headers, body: text }), {
    params: Promise.resolve(params),
  });
}
