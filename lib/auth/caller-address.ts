import { BlockList, isIP } from "node:net";
import type { HeaderReader } from "@/lib/header-reader";

/** The socket's peer, written by our server over whatever the request brought. */
export const peerHeader = "x-vitrine-peer";

const inside = new BlockList();
inside.addSubnet("10.0.0.0", 8);
inside.addSubnet("127.0.0.0", 8);
inside.addSubnet("169.254.0.0", 16);
inside.addSubnet("172.16.0.0", 12);
inside.addSubnet("192.168.0.0", 16);
inside.addSubnet("100.64.0.0", 10);
inside.addAddress("::1", "ipv6");
inside.addSubnet("fc00::", 7, "ipv6");
inside.addSubnet("fe80::", 10, "ipv6");

/** Whose word on where a request comes from is taken: nobody's, this machine's, or the network's. */
export type TrustProxy = "none" | "loopback" | "private";

/**
 * Who calls. A forwarded address counts only when it comes through a proxy that is believed;
 * of a chain the last public one, since everything before it was said by the caller.
 */
export function callerAddress(headers: HeaderReader, trust: TrustProxy): string {
  const peer = plain(headers.get(peerHeader) ?? "");
  if (!peer) return "unknown";
  if (!isBelieved(peer, trust)) return peer;
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map(plain).filter(Boolean);
  return chain.findLast((address) => !isPrivateAddress(address)) ?? chain.at(-1) ?? peer;
}

export function isBelieved(peer: string, trust: TrustProxy): boolean {
  if (trust === "none") return false;
  return trust === "private" ? isPrivateAddress(peer) : isLoopback(peer);
}

function isLoopback(text: string): boolean {
  const address = plain(text);
  return address === "::1" || address.startsWith("127.");
}

function isPrivateAddress(text: string): boolean {
  const address = plain(text);
  if (!address) return false;
  return inside.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

// ::ffff:10.0.0.7, [::1]:4711 and 10.0.0.7:4711 to the address itself; anything else to "".
function plain(text: string): string {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/, "$1")
    .replace(/^::ffff:(?=\d+\.)/i, "")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/%.*$/, "");
  return isIP(bare) ? bare : "";
}
