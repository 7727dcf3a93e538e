// Text cache: texts by key, in the user's cache folder. Anything that is not exactly as written is ignored.

import { lstatSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { removeQuietly } from "./files.js";
import { hashBytes } from "./hash.js";
import { type Environment, findCacheFolder } from "./paths.js";
import { makeTrustedFolder, readPrivateFile, trustedFolder } from "./private-folder.js";

/** One file of the cache. Keys and texts contain neither line breaks nor tabs. */
export interface CacheFile {
  /** The subject of its texts; files of different subjects are independent. */
  readonly subject: string;
  /** The version of the texts and the program: texts of other versions are not read. */
  readonly version: string;
  readonly env: Environment;
}

const maxBytes = 48 * 1024 * 1024;
const maxFiles = 24;
const sumLength = 32;

/** Never throws: an unreadable cache is empty. */
export function readCache(file: CacheFile): Map<string, string> {
  const texts = new Map<string, string>();
  try {
    trustedFolder(findCacheFolder(file.env));
    const [head, ...lines] = readPrivateFile(pathOf(file), maxBytes).toString("utf8").split("\n");
    if (head !== headOf(file)) return texts;
    for (const line of lines) {
      const end = line.indexOf("\t", sumLength + 1);
      const key = line.slice(sumLength + 1, end);
      const text = line.slice(end + 1);
      if (end > 0 && line === lineOf(file, key, text)) texts.set(key, text);
    }
  } catch {
    // Missing, foreign, or unreadable: everything is recomputed.
  }
  return texts;
}

/** Replaces the file, completely or not at all. Never throws: what cannot be stored is recomputed next time. */
export function writeCache(file: CacheFile, texts: ReadonlyMap<string, string>): void {
  const folder = findCacheFolder(file.env);
  const path = pathOf(file);
  const draft = `${path}.${process.pid}.new`;
  try {
    makeTrustedFolder(folder);
    writeFileSync(draft, contentOf(file, texts), { mode: 0o600, flag: "wx" });
    renameSync(draft, path);
    sweep(folder);
  } catch {
    removeQuietly(draft);
  }
}

function contentOf(file: CacheFile, texts: ReadonlyMap<string, string>): string {
  const lines = [headOf(file)];
  let size = 0;
  // The latest first, so a full file omits the oldest.
  for (const [key, text] of [...texts].reverse()) {
    if (/[\n\t]/.test(key) || text.includes("\n")) continue;
    size += 2 * text.length;
    if (size > maxBytes / 2) break;
    lines.push(lineOf(file, key, text));
  }
  const [head = "", ...kept] = lines;
  return `${[head, ...kept.reverse()].join("\n")}\n`;
}

/** Each line has a checksum of everything it depends on, so no line can be taken for another. */
function lineOf({ subject, version }: CacheFile, key: string, text: string): string {
  const sum = hashBytes(`${subject}\n${version}\n${key}\t${text}`).slice(0, sumLength);
  return `${sum}\t${key}\t${text}`;
}

function headOf({ subject, version }: CacheFile): string {
  return `roadmap cache ${hashBytes(`${subject}\n${version}`)}`;
}

function pathOf({ subject, env }: CacheFile): string {
  return join(findCacheFolder(env), `history-${hashBytes(subject).slice(0, 24)}`);
}

/** Keeps the most recently written files; drafts of crashed runs are removed with the rest. */
function sweep(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.startsWith("history-"))
    .map((name) => ({ path: join(folder, name), time: lstatSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of files.slice(maxFiles)) removeQuietly(path);
}
