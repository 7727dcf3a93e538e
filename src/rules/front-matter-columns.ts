// Front matter columns: adds names under `roadmap: columns:`, line by line, and keeps all other lines.

import { bodyStart, frontMatterPlace } from "../markdown/front-matter-place.js";
import type { ColumnKind } from "../model/columns.js";
import { equalEnds } from "../text/arrays.js";
import type { Edit } from "../text/edit.js";
import { endingAt, linesWithEndings } from "../text/lines.js";
import { plainYaml } from "../text/quote-for-yaml.js";

/** The names to add for each kind. */
type Added = ReadonlyMap<ColumnKind, readonly string[]>;

/**
 * Adds the names in block style. Null if the settings are not written with one `key: value` per line, or if it is not
 * clear whether the first lines are front matter.
 */
export function addColumnNames(text: string, added: Added): Edit | null {
  const ending = endingAt(text, 0);
  const place = frontMatterPlace(text);
  if (!place) {
    const start = bodyStart(text);
    const lines = ["---", ...settingLines(added), "---", ""];
    return text.startsWith("---", start) ? null : { at: { start, end: start }, text: lines.join(ending) };
  }
  const { start } = place.content;
  const raw = linesWithEndings(text.slice(start, text.lastIndexOf("---", place.span.end - 1)));
  const rewrite = rewriteOf(
    raw.map((line) => line.replace(/[\r\n]+$/, "")),
    added,
  );
  if (!rewrite) return null;
  const { replaced, inserted } = rewrite;
  const insertedAfter = (index: number) => (inserted.get(index) ?? []).map((line) => `${line}${ending}`);
  const contents = raw.flatMap((line, index) => [
    line.replace(/^[^\r\n]*/, (old) => replaced.get(index) ?? old),
    ...insertedAfter(index),
  ]);
  return lineEdit(start, raw, [...insertedAfter(-1), ...contents]);
}

/** The smallest range of lines that differs. */
function lineEdit(offset: number, before: readonly string[], after: readonly string[]): Edit {
  const { head, tail } = equalEnds(before, after);
  const start = offset + before.slice(0, head).join("").length;
  const end = start + before.slice(head, before.length - tail).join("").length;
  return { at: { start, end }, text: after.slice(head, after.length - tail).join("") };
}

function settingLines(added: Added): string[] {
  return ["roadmap:", ...columnsLines(added, "  ")];
}

function columnsLines(added: Added, indent: string): string[] {
  return [`${indent}columns:`, ...kindLines(added, `${indent}  `)];
}

function kindLines(added: Added, indent: string): string[] {
  return Array.from(added, ([kind, names]) => {
    const values = names.map(plainYaml).join(", ");
    return `${indent}${kind}: ${names.length === 1 ? values : `[${values}]`}`;
  });
}

/** By the index of a line; what is inserted comes after it. */
interface Rewrite {
  readonly replaced: ReadonlyMap<number, string>;
  readonly inserted: ReadonlyMap<number, readonly string[]>;
}

function insertAfter(index: number, lines: readonly string[]): Rewrite {
  return { replaced: new Map(), inserted: new Map([[index, lines]]) };
}

const longestLine = 1000;

function rewriteOf(lines: readonly string[], added: Added): Rewrite | null {
  if (lines.some((line) => line.length > longestLine || /^ *\t/.test(line))) return null;
  const last = lines.length - 1;
  if (lines.every((line) => line.trim() === "")) return insertAfter(last, settingLines(added));
  const top = readMap(lines, { at: -1, end: last });
  if (top?.indent !== "") return null;
  const roadmap = keyNamed(top, "roadmap");
  if (!roadmap) return insertAfter(last, settingLines(added));
  const settings = roadmap.value === "" ? readMap(lines, roadmap) : null;
  if (!settings) return null;
  const columns = keyNamed(settings, "columns");
  if (!columns) return insertAfter(roadmap.at, columnsLines(added, settings.indent));
  const kinds = columns.value === "" ? readMap(lines, columns) : null;
  return kinds && extendKinds(lines, kinds, added);
}

/** A map whose keys are one to a line, at one indentation. */
interface BlockMap {
  readonly indent: string;
  readonly keys: readonly Key[];
}

interface Key {
  readonly at: number;
  readonly name: string;
  /** The rest of its line, without a comment. */
  readonly value: string;
  /** Its last line that is not blank. */
  readonly end: number;
}

const keyLine = /^ *([\p{L}\p{N}_][\p{L}\p{N}_.-]*):(?:$|[ \t]+(?!\s)(?!#)(.*)$|[ \t]+(?:#.*)?$)/u;

/** The map below a key; null if it is anything else, or is not written line by line. */
function readMap(lines: readonly string[], { at, end }: Pick<Key, "at" | "end">): BlockMap | null {
  const indexes = [...lines.keys()].slice(at + 1, end + 1).filter((index) => !isBlank(lines[index]));
  const [first] = indexes;
  if (first === undefined) return null;
  const indent = indentOf(lines[first]);
  const keys: Key[] = [];
  for (const index of indexes) {
    const line = lines[index] ?? "";
    const depth = indentOf(line).length - indent.length;
    const [, name, value = ""] = keyLine.exec(line) ?? [];
    // A list may be as far to the left as its key.
    const isInside = keys.length > 0 && (depth > 0 || (depth === 0 && isItem(line)));
    if (!isInside && (depth !== 0 || name === undefined)) return null;
    const known = isInside ? keys.pop() : { at: index, name: name ?? "", value };
    if (known) keys.push({ ...known, end: index });
  }
  return { indent, keys };
}

function isBlank(line = ""): boolean {
  return /^\s*(?:#.*)?$/.test(line);
}

function indentOf(line = ""): string {
  return /^ */.exec(line)?.[0] ?? "";
}

function isItem(line: string): boolean {
  return /^ *-(?: |$)/.test(line);
}

function keyNamed({ keys }: BlockMap, name: string): Key | undefined {
  return keys.find((key) => key.name === name);
}

function extendKinds(lines: readonly string[], map: BlockMap, added: Added): Rewrite | null {
  const replaced = new Map<number, string>();
  const inserted = new Map<number, readonly string[]>();
  const missing = new Map(added);
  for (const [kind, names] of added) {
    const key = keyNamed(map, kind);
    if (!key) continue;
    missing.delete(kind);
    const line = lines[key.at] ?? "";
    const items = lines.slice(key.at + 1, key.end + 1);
    const values = names.map(plainYaml);
    const indent = key.value === "" ? listIndent(items) : null;
    const longer = items.length === 0 ? withValues(line, values) : null;
    const newItems = values.map((value) => `${indent}- ${value}`);
    if (indent !== null) inserted.set(key.end, newItems);
    else if (longer !== null) replaced.set(key.at, longer);
    else return null;
  }
  const end = map.keys.at(-1)?.end ?? -1;
  inserted.set(end, [...(inserted.get(end) ?? []), ...kindLines(missing, map.indent)]);
  return { replaced, inserted };
}

const item = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s[\]{},:#"'&*!|>%@`?-][^[\]{},:#"'\t]*/.source;
const comment = /[ \t]*(?:[ \t]#.*)?/.source;
const single = new RegExp(`^( *[a-z-]+:[ \\t]+)(${item})(${comment})$`);
const flowList = new RegExp(
  `^( *[a-z-]+:[ \\t]+\\[[ \\t]*(?:${item})(?:[ \\t]*,[ \\t]*(?:${item}))*[ \\t]*)(\\]${comment})$`,
);
const listItem = new RegExp(`^( *)- +(?:${item})${comment}$`);

/** `topic: A` → `topic: [A, B]`, `topic: [A, B]` → `topic: [A, B, C]` */
function withValues(line: string, values: readonly string[]): string | null {
  const more = values.join(", ");
  const [, listStart, listEnd] = flowList.exec(line) ?? [];
  if (listStart !== undefined) return `${listStart.trimEnd()}, ${more}${listEnd}`;
  const [, start, value = "", rest = ""] = single.exec(line) ?? [];
  if (start === undefined) return null;
  const bare = value.trimEnd();
  return `${start}[${bare}, ${more}]${value.slice(bare.length)}${rest}`;
}

/** The indentation of a list with one simple value per line; null if it is anything else. */
function listIndent(items: readonly string[]): string | null {
  const indents = new Set(items.map((line) => listItem.exec(line)?.[1]));
  const [indent] = indents;
  return indents.size === 1 ? (indent ?? null) : null;
}
