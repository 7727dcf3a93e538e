// Common layout: byte order mark, line endings and final newline of three texts, merged apart from what they say.

import { agreed, mapVersions, type Versions } from "./pieces.js";

/** Three texts without a byte order mark, with a line ending behind every line, and one kind of it where they allow. */
export interface CommonLayout {
  readonly texts: Versions<string>;
  /** What a line of ours ends with, a marker of a conflict say. */
  readonly lineEnding: string;
  /** The merged text, ended as the sides end theirs. */
  finish(merged: string): string;
}

const byteOrderMark = "\ufeff";

/**
 * Each of the three is a value of its own: what one side changed is taken, and ours where both did. A side that wrote
 * the whole file with another line ending has changed the line ending, not the lines. Files with mixed ones keep
 * theirs line by line.
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

/** The one kind of line ending a text has; null when it has no line ending at all. */
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

/** What one side changed; ours where both did; a version that says nothing (null) has no say. */
function chosen<Value>({ base, ours, theirs }: Versions<Value | null>): Value | null {
  if (ours === null || theirs === null) return ours ?? theirs ?? base;
  return base === ours ? theirs : ours;
}

function withEnding(text: string, ending: string): string {
  return text.replace(/\r\n|\n|\r/g, ending);
}
