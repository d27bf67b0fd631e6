import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { admitHeaders } from "./admit-headers";

function requestFrom(peer: string, raw: string[]): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: peer });
  const request = new IncomingMessage(socket);
  request.rawHeaders = raw;
  for (let index = 0; index < raw.length; index += 2) {
    request.headers[raw[index]?.toLowerCase() ?? ""] = raw[index + 1];
  }
  return request;
}

const claims = [
  "Host",
  "shop.example",
  "X-Forwarded-For",
  "203.0.113.9",
  "X-Forwarded-Host",
  "evil.example",
  "X-Vitrine-Peer",
  "127.0.0.1",
];

describe("the headers of a request", () => {
  it("lose what a caller from outside says of itself", () => {
    const request = requestFrom("198.51.100.7", [...claims]);
    admitHeaders(request, "private");
    expect(request.rawHeaders).toEqual(["Host", "shop.example", "x-vitrine-peer", "198.51.100.7"]);
    expect(request.headers).toEqual({ host: "shop.example", "x-vitrine-peer": "198.51.100.7" });
  });

  it("keep what a proxy on a private address forwards, but not a peer", () => {
    const request = requestFrom("::ffff:10.0.0.2", [...claims]);
    admitHeaders(request, "private");
    expect(request.headers).toEqual({
      host: "shop.example",
      "x-forwarded-for": "203.0.113.9",
      "x-forwarded-host": "evil.example",
      "x-vitrine-peer": "::ffff:10.0.0.2",
    });
    expect(request.rawHeaders.filter((text) => text === "127.0.0.1")).toEqual([]);
  });

  it("lose it from there, too, when proxies are not trusted", () => {
    const request = requestFrom("10.0.0.2", [...claims]);
    admitHeaders(request, "none");
    expect(request.headers).toEqual({ host: "shop.example", "x-vitrine-peer": "10.0.0.2" });
  });
});
