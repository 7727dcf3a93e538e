// Common layout: merges byte order mark, line endings and final newline of three texts separately from their content.

import { agreed, mapVersions, type Versions } from "./pieces.js";

/** Three texts without a byte order mark, with a line ending after every line, and the same one if possible. */
export interface CommonLayout {
  readonly texts: Versions<string>;
  /** The line ending of our lines, used for conflict markers. */
  readonly lineEnding: string;
  /** The merged text, with the ending that the sides have. */
  finish(merged: string): string;
}

const byteOrderMark = "\ufeff";

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
      const mark = agreed(marks) ?? marks.ours;
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
