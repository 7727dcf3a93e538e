// Link targets: which files exist under exactly that name, and which network addresses are private.

import { readdirSync } from "node:fs";
import { BlockList, isIP } from "node:net";
import { dirname, join, relative, resolve, sep } from "node:path";

// Linked files.

type LinkedFile = "there" | "missing" | "outside" | { readonly otherCase: string };

/** Where links start: at the folder of the roadmap, or with a leading `/` at the top of its repository. */
interface LinkBase {
  /** The real path of the roadmap. */
  readonly realPath: string;
  /**
   * The top folder of the repository; null outside a repository: then every path is allowed, and `/` has no meaning.
   */
  readonly top: string | null;
}

/**
 * Whether the target of a link in the roadmap exists. Compares names exactly even on case-insensitive disks, because on
 * the web `README.md` and `readme.md` are two files.
 */
export function findLinkedFile(path: string, { realPath, top }: LinkBase): LinkedFile {
  if (path.includes("\0")) return "missing";
  const isFromTop = path.startsWith("/");
  if (isFromTop && top === null) return "outside";
  const target = isFromTop && top !== null ? join(top, path) : resolve(dirname(realPath), path);
  const start = top ?? commonFolder(dirname(realPath), target);
  const names = relative(start, target)
    .split(sep)
    .filter((name) => name !== "");
  if (names[0] === "..") return "outside";
  let folder = start;
  for (const name of names) {
    const entries = entriesOf(folder);
    if (!entries.includes(name)) {
      const otherCase = entries.find((entry) => entry.toLowerCase() === name.toLowerCase());
      return otherCase === undefined ? "missing" : { otherCase };
    }
    folder = join(folder, name);
  }
  return "there";
}

function commonFolder(folder: string, target: string): string {
  let common = folder;
  while (relative(common, target).startsWith("..")) common = dirname(common);
  return common;
}

function entriesOf(folder: string): string[] {
  try {
    // Bun does not sort them.
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

// Network addresses: those requested only with `--allow-private`, and those never requested.

/** An IPv4 address inside an IPv6 address counts as itself. An invalid address counts as private. */
export function isPrivateAddress(address: string): boolean {
  return isNeverRequested(address) || isIn(privates, address);
}

/** Whether the address is not requested even with `--allow-private`. */
export function isNeverRequested(address: string): boolean {
  return isIn(neverRequested, address);
}

/** From the IANA registries of special-purpose addresses, except 64:ff9b::/96, which maps to the IPv4 address in it. */
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

/** Link-local addresses, and those at which clouds serve credentials: a page may redirect to them. */
const neverRequestedNetworks: typeof privateNetworks = [
  ["169.254.0.0", 16],
  ["100.100.100.200", 32],
  ["168.63.129.16", 32],
  ["192.0.0.192", 32],
  ["fe80::", 10],
  ["fd00:ec2::254", 128],
  ["fd20:ce::254", 128],
  ["fd00:42::42", 128],
];

const [privates, neverRequested] = [privateNetworks, neverRequestedNetworks].map((networks) => {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, familyOf(network));
  return list;
});

function isIn(list: BlockList | undefined, address: string): boolean {
  const [bare = ""] = address.split("%");
  if (!list || isIP(bare) === 0) return true;
  return [bare, ...ipv4Within(bare)].some((literal) => list.check(literal, familyOf(literal)));
}

/**
 * The IPv4 addresses to which an IPv6 address may lead: its last 32 bits if it is mapped (`::ffff:0:0/96`), compatible
 * (`::/96`), translated (`64:ff9b::/96`, `64:ff9b:1::/48`) or, inverted, Teredo (`2001::/32`); the bits after the
 * prefix for 6to4 (`2002::/16`).
 */
function ipv4Within(address: string): string[] {
  if (isIP(address) !== 6) return [];
  const groups = ipv6Groups(address);
  const [first = 0, second = 0, third = 0] = groups;
  const [high = 0, low = 0] = groups.slice(6);
  const isZeroUpTo = (end: number) => groups.slice(0, end).every((group) => group === 0);
  const isMapped = isZeroUpTo(6) || (isZeroUpTo(5) && groups[5] === 0xffff);
  if (isMapped || (first === 0x64 && second === 0xff9b)) return [dotted(high, low)];
  if (first === 0x2002) return [dotted(second, third)];
  return first === 0x2001 && second === 0 ? [dotted(high ^ 0xffff, low ^ 0xffff)] : [];
}

function ipv6Groups(address: string): number[] {
  // The URL parser converts the dotted part to hexadecimal.
  const [before = "", after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const [head, tail] = [before, after ?? ""].map((part) =>
    part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16)),
  );
  if (!head || !tail) return [];
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
}

function dotted(high: number, low: number): string {
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join(".");
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 4 ? "ipv4" : "ipv6";
}
