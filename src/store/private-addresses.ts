// Private addresses: those on the internet's networks that are nobody else's business, and may not be asked unbidden.

import { BlockList, isIP } from "node:net";

/** From the IANA registries of special-purpose addresses, with those that carry an IPv4 address in an IPv6 one. */
const privateNetworks: readonly (readonly [network: string, prefix: number])[] = [
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
  ["::", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
];

const blocked = new BlockList();
for (const [network, prefix] of privateNetworks) blocked.addSubnet(network, prefix, familyOf(network));

/** An IPv4 address written as an IPv6 one (`::ffff:127.0.0.1`) is what it stands for. What is no address is private. */
export function isPrivateAddress(address: string): boolean {
  const [bare = ""] = address.split("%");
  return isIP(bare) === 0 || blocked.check(bare, familyOf(bare));
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 4 ? "ipv4" : "ipv6";
}
