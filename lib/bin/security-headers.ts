import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Config } from "@/lib/config";

const always = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "x-frame-options": "DENY",
};

/** For every answer; the data plane and pages add their own. */
export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
}

/** Next reads the nonce from the request's own policy and puts it on its inline scripts. */
export function setPagePolicy(
  request: IncomingMessage,
  response: ServerResponse,
  { MEDIA_URL }: Config,
  stores: readonly string[],
  isDev: boolean,
): void {
  const nonce = randomBytes(16).toString("base64");
  const origins = [...(MEDIA_URL ? [new URL(MEDIA_URL).origin] : []), ...stores];
  const media = origins.map((origin) => ` ${origin}`).join("");
  const policy = [
    "default-src 'self'",
    // hash-wasm compiles WebAssembly; React's development tools evaluate text.
    `script-src 'self' 'nonce-${nonce}' 'wasm-unsafe-eval'${isDev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${media}`,
    `media-src 'self' blob:${media}`,
    // A screen asks a file it keeps whether it can still be read.
    `connect-src 'self' blob: ws: wss:${media}`,
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  request.headers["content-security-policy"] = policy;
  response.setHeader("content-security-policy", policy);
}
