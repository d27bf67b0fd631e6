import dns from "node:dns";

type Lookup = (hostname: string, ...rest: unknown[]) => void;

/**
 * RFC 6761 §6.3: every name under localhost is this machine. Not every resolver knows; a bucket in
 * the host name would be unreachable in tests.
 */
export function resolveLocalhost(): void {
  const patched = dns as unknown as { lookup: Lookup & { isOurs?: true } };
  if (patched.lookup.isOurs) return;
  const before = patched.lookup;
  const lookup: Lookup = (hostname, ...rest) =>
    before(hostname.endsWith(".localhost") ? "127.0.0.1" : hostname, ...rest);
  patched.lookup = Object.assign(lookup, { isOurs: true as const });
}
