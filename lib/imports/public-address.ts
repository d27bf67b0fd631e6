import { BlockList, isIPv4 } from "node:net";

// https://www.iana.org/assignments/iana-ipv4-special-registry
const special4 = blockList("ipv4", [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
  // A cloud's metadata service at an address that is public by the registry (Azure).
  ["168.63.129.16", 32],
]);

// Whatever is not global unicast is refused: mapped IPv4, NAT64, unique local, link-local, multicast.
const global6 = blockList("ipv6", [["2000::", 3]]);

// https://www.iana.org/assignments/iana-ipv6-special-registry, and what carries IPv4 within.
const special6 = blockList("ipv6", [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
]);

/** Whether an address is one of the public internet's, where nobody keeps what is only ours. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special4.check(address, "ipv4");
  const [bare = ""] = address.split("%");
  return global6.check(bare, "ipv6") && !special6.check(bare, "ipv6");
}

function blockList(family: "ipv4" | "ipv6", subnets: [string, number][]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, family);
  return list;
}
