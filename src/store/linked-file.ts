// Linked file: whether the target of a link in the roadmap exists under exactly that name.

import { readdirSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

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
 * Compares names exactly even on case-insensitive disks, because on the web `README.md` and `readme.md` are two files.
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
    const found = entriesOf(folder);
    if (!found.includes(name)) {
      const other = found.find((one) => one.toLowerCase() === name.toLowerCase());
      return other === undefined ? "missing" : { otherCase: other };
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
    return readdirSync(folder);
  } catch {
    return [];
  }
}
