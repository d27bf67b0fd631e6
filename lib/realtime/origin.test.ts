import { describe, expect, it } from "vitest";
import { isOwnOrigin } from "./origin";

const cookie = "session=1";

describe("a socket with a cookie", () => {
  it.each([
    ["from the page's own host", { host: "shop.lan:3000", origin: "http://shop.lan:3000" }],
    [
      "behind a proxy",
      { host: "app:3000", "x-forwarded-host": "v.example", origin: "https://v.example" },
    ],
    ["from the configured address", { host: "app:3000", origin: "https://public.example" }],
    ["of a program, which names no origin", { host: "shop.lan" }],
  ])("is let in %s", (_, headers) => {
    expect(isOwnOrigin({ cookie, ...headers }, "https://public.example")).toBe(true);
  });

  it.each([
    ["another site", "https://evil.example"],
    ["another port of the same host", "http://shop.lan:4000"],
    ["a sandboxed frame", "null"],
    ["a host that only looks alike", "http://shop.lan.evil.example:3000"],
  ])("is refused from %s", (_, origin) => {
    expect(isOwnOrigin({ cookie, host: "shop.lan:3000", origin }, undefined)).toBe(false);
  });
});

it("may come from anywhere without a cookie: it brings a token", () => {
  expect(isOwnOrigin({ host: "shop.lan", origin: "https://else.example" }, undefined)).toBe(true);
});
