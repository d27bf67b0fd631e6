import { describe, expect, it } from "vitest";
import { callerAddress, type TrustProxy } from "./caller-address";
import { addressRange } from "./caller-key";

const from = (peer: string, forwarded?: string, trust: TrustProxy = "private") =>
  callerAddress(
    new Headers({ "x-vitrine-peer": peer, ...(forwarded ? { "x-forwarded-for": forwarded } : {}) }),
    trust,
  );

describe("the address of a caller", () => {
  it("is the peer's own", () => {
    expect(from("203.0.113.9")).toBe("203.0.113.9");
    expect(from("::ffff:192.168.1.20")).toBe("192.168.1.20");
    expect(callerAddress(new Headers(), "private")).toBe("unknown");
  });

  it("is what a proxy on a private address forwards", () => {
    expect(from("127.0.0.1", "203.0.113.9")).toBe("203.0.113.9");
    expect(from("::ffff:10.0.0.3", "[2001:db8::7]:443, 10.0.0.2")).toBe("2001:db8::7");
    expect(from("127.0.0.1", "192.168.1.20")).toBe("192.168.1.20");
  });

  it("is not what the caller says of itself", () => {
    expect(from("203.0.113.9", "198.51.100.1")).toBe("203.0.113.9");
    expect(from("127.0.0.1", "1.2.3.4, 203.0.113.9")).toBe("203.0.113.9");
    expect(from("127.0.0.1", "nonsense")).toBe("127.0.0.1");
    expect(from("127.0.0.1", "203.0.113.9", "none")).toBe("127.0.0.1");
    expect(from("192.168.1.20", "203.0.113.9", "loopback")).toBe("192.168.1.20");
    expect(from("127.0.0.1", "203.0.113.9", "loopback")).toBe("203.0.113.9");
  });

  it("counts a subscriber's whole range as one", () => {
    expect(addressRange("2001:db8::7")).toBe("2001:db8:0:0::/64");
    expect(addressRange("2001:db8:0:0:1:2:3:4")).toBe("2001:db8:0:0::/64");
    expect(addressRange("203.0.113.9")).toBe("203.0.113.9");
  });
});
