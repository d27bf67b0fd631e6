import { isIPv6 } from "node:net";
import { actorId } from "@/lib/audit";
import type { Actor } from "@/lib/context";

/** Under which name the attempts of a caller are counted: the person, or where they come from. */
export function callerKey(actor: Actor): string {
  return actor.kind === "anonymous" ? addressRange(actor.address) : actorId(actor);
}

/** An IPv6 subscriber is given a /64 at least (RFC 6177), so that counts as one. */
export function addressRange(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const groups = head.split(":").filter(Boolean);
  const last = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - last.length);
  const all = [...groups, ...Array<string>(zeros).fill("0"), ...last];
  return `${all.slice(0, 4).join(":")}::/64`;
}
