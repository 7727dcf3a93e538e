// Merge hunks: the parts of a merged text with its conflicts, and the common layout of three texts.

import { byteOrderMark } from "../markdown/conflict-markers.js";
import { linesWithEndings } from "../text/lines.js";

export const sides = ["ours", "theirs"] as const;

export type Side = (typeof sides)[number];

export type Version = "base" | Side;

export type Versions<Thing> = Readonly<Record<Version, Thing>>;

export function mapVersions<From, To>(versions: Versions<From>, change: (version: From) => To): Versions<To> {
  return { base: change(versions.base), ours: change(versions.ours), theirs: change(versions.theirs) };
}

/** The detail of a conflict: the differing values of one element. */
export interface ConflictDetail {
  /** `text` for lines that are neither topic nor task. */
  readonly type: "topic" | "task" | "table" | "text";
  /** The name of the topic or task; the first line of a text; the header of a table. */
  readonly name: string;
  /** The header of the column, `mark` or `text` of a task; null if the whole element is in conflict. */
  readonly field: string | null;
  /** The value in each version; null if it lacks the element. */
  readonly base: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
}

/** Whole lines, as they are when resolved for one side; parts without conflict are merged on both sides. */
interface ConflictHunk extends Versions<string> {
  readonly details: readonly ConflictDetail[];
}

export type MergeHunk = string | ConflictHunk;

/** The text with every conflict resolved for one version. */
export function resolvedFor(version: Version, hunks: readonly MergeHunk[]): string {
  return hunks.map((hunk) => (typeof hunk === "string" ? hunk : hunk[version])).join("");
}

export function conflictHunks(hunks: readonly MergeHunk[]): ConflictHunk[] {
  return hunks.filter((hunk) => typeof hunk !== "string");
}

interface Marking {
  /** The length of a marker in characters; 7 unless git is configured otherwise. */
  readonly size: number;
  readonly labels: Versions<string>;
  readonly lineEnding: string;
}

/** The text with git's markers around each conflict, and the base between the two sides. */
export function markedText(hunks: readonly MergeHunk[], { size, labels, lineEnding }: Marking): string {
  const marker = (character: string, label: string) =>
    `${character.repeat(size)}${label === "" ? "" : ` ${label}`}${lineEnding}`;
  const texts = hunks.map((hunk) => {
    if (typeof hunk === "string") return hunk;
    return [
      marker("<", labels.ours),
      hunk.ours,
      marker("|", labels.base),
      hunk.base,
      marker("=", ""),
      hunk.theirs,
      marker(">", labels.theirs),
    ].join("");
  });
  return texts.join("");
}

/** The change by only one side, or equally by both; null if they changed it differently. */
export function mergedValue<Value>({ base, ours, theirs }: Versions<Value>): Value | null {
  if (ours === theirs || base === theirs) return ours;
  return base === ours ? theirs : null;
}

// Byte order mark, line endings and final newline of three texts are merged separately from their content.

/** Three texts without a byte order mark, with a line ending after every line, and the same one if possible. */
export interface CommonLayout {
  readonly texts: Versions<string>;
  /** The line ending of our lines, used for conflict markers. */
  readonly lineEnding: string;
  /** The merged text, with the ending that the sides have. */
  finish(merged: string): string;
}

/**
 * Each of the three is merged as a value of its own: a change by one side is taken; if both changed it, ours. A side
 * that rewrote the whole file with another line ending changed the line ending, not the lines. Files with mixed line
 * endings keep them line by line.
 */
export function commonLayout(texts: Versions<string>): CommonLayout {
  const marks = mapVersions(texts, (text) => (text.startsWith(byteOrderMark) ? byteOrderMark : ""));
  const bare = mapVersions(texts, (text) => (text.startsWith(byteOrderMark) ? text.slice(1) : text));
  const endings = mapVersions(bare, onlyEnding);
  const lineEnding = chosenEnding(bare, endings);
  const isConverted = endings.base !== "mixed" && endings.ours !== "mixed" && endings.theirs !== "mixed";
  const converted = mapVersions(bare, (text) => (isConverted ? withEnding(text, lineEnding) : text));
  const hasEnd = mapVersions(bare, (text) => (text === "" ? null : /[\r\n]$/.test(text)));
  const isEnded = chosen(hasEnd) ?? true;
  return {
    texts: mapVersions(converted, (text) => (text === "" || /[\r\n]$/.test(text) ? text : text + lineEnding)),
    lineEnding,
    finish(merged) {
      const mark = mergedValue(marks) ?? marks.ours;
      return mark + (isEnded ? merged : merged.replace(/(?:\r\n|\n|\r)$/, ""));
    },
  };
}

/** The line ending of a text that has only one kind; null if it has none. */
function onlyEnding(text: string): string | null {
  const all = new Set(text.match(/\r\n|\n|\r/g) ?? []);
  const [only = null] = all;
  return all.size > 1 ? "mixed" : only;
}

function chosenEnding(texts: Versions<string>, endings: Versions<string | null>): string {
  const known = chosen(endings);
  if (known !== null && known !== "mixed") return known;
  return /\r\n|\n|\r/.exec(texts.ours + texts.theirs)?.[0] ?? "\n";
}

/** The change of one side; ours if both changed it; a version without a value (null) does not count. */
function chosen<Value>({ base, ours, theirs }: Versions<Value | null>): Value | null {
  if (ours === null || theirs === null) return ours ?? theirs ?? base;
  return base === ours ? theirs : ours;
}

function withEnding(text: string, ending: string): string {
  return text.replace(/\r\n|\n|\r/g, ending);
}

/** One conflict from the first to the last differing line, for a merge that cannot be verified. */
export function linesConflict(texts: Versions<string>): MergeHunk[] {
  const lines = mapVersions(texts, linesWithEndings);
  const all = [lines.base, lines.ours, lines.theirs];
  const isSame = (index: number) => new Set(all.map((version) => version.at(index))).size === 1;
  const shortest = Math.min(...all.map(({ length }) => length));
  let head = 0;
  while (head < shortest && isSame(head)) head++;
  let tail = 0;
  while (tail < shortest - head && isSame(-1 - tail)) tail++;
  const middle = mapVersions(lines, (version) => version.slice(head, version.length - tail).join(""));
  const name = middle.ours.trim().split(/[\r\n]/)[0] ?? "";
  const details = [{ type: "text", name, field: null, ...middle } as const];
  const end = tail === 0 ? "" : lines.ours.slice(-tail).join("");
  return [lines.ours.slice(0, head).join(""), { ...middle, details }, end];
}
