// Text cache: texts by key, kept in the person's cache folder. What is not exactly as it was written is not there.

import { lstatSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashBytes } from "./hash-bytes.js";
import { makeTrustedFolder, readPrivateFile, trustedFolder } from "./private-folder.js";
import { type Environment, findCacheFolder } from "./state-folder.js";
import { removeQuietly } from "./write-new-file.js";

/** One file of the cache. Neither keys nor texts hold line breaks or tabs. */
export interface CacheFile {
  /** What its texts are about; files of different subjects know nothing of each other. */
  readonly subject: string;
  /** Of the texts and of the program: another one's texts are not read. */
  readonly version: string;
  readonly env: Environment;
}

const mostBytes = 48 * 1024 * 1024;
const mostFiles = 24;
const sumLength = 32;

/** Never throws: a cache that cannot be read is empty. */
export function readCache(file: CacheFile): Map<string, string> {
  const texts = new Map<string, string>();
  try {
    trustedFolder(findCacheFolder(file.env));
    const [head, ...lines] = readPrivateFile(pathOf(file), mostBytes).toString("utf8").split("\n");
    if (head !== headOf(file)) return texts;
    for (const line of lines) {
      const end = line.indexOf("\t", sumLength + 1);
      const key = line.slice(sumLength + 1, end);
      const text = line.slice(end + 1);
      if (end > 0 && line === lineOf(file, key, text)) texts.set(key, text);
    }
  } catch {
    // Not there, not ours, or not readable: everything is worked out anew.
  }
  return texts;
}

/** Replaces the file, whole or not at all. Never throws: what cannot be kept is worked out again the next time. */
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
  // The latest first, so that it is the oldest that a full file leaves out.
  for (const [key, text] of [...texts].reverse()) {
    if (/[\n\t]/.test(key) || text.includes("\n")) continue;
    size += 2 * text.length;
    if (size > mostBytes / 2) break;
    lines.push(lineOf(file, key, text));
  }
  const [head = "", ...kept] = lines;
  return `${[head, ...kept.reverse()].join("\n")}\n`;
}

/** A line carries the sum of all that makes it what it is, so that none can stand for another. */
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

/** Keeps the files that were written last; drafts of those that crashed go with the rest. */
function sweep(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.startsWith("history-"))
    .map((name) => ({ path: join(folder, name), time: lstatSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of files.slice(mostFiles)) removeQuietly(path);
}
