import type { IncomingMessage, ServerResponse } from "node:http";

// Bytes are guarded by signatures, not by origins: any page that holds a URL may use it, so a
// canvas can read what it draws and media may come from an address of their own. `*` never
// admits a cookie.
const allowOrigin = { "access-control-allow-origin": "*" };

export const corsHeaders = {
  ...allowOrigin,
  "access-control-expose-headers":
    "etag, content-length, content-range, accept-ranges, content-disposition, x-vitrine-receipt, retry-after",
};

export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(204, {
    ...allowOrigin,
    "access-control-allow-methods": "GET, HEAD, PUT",
    "access-control-allow-headers":
      "content-type, range, if-range, if-none-match, authorization, x-client-id",
    "access-control-max-age": "7200",
    // A page on the open internet that reaches a server on the LAN asks for this in Chromium.
    ...(request.headers["access-control-request-private-network"]
      ? { "access-control-allow-private-network": "true" }
      : {}),
  });
  response.end();
}
