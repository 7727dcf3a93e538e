// JSON entries: the positions of an object's keys and values, and of the first syntax error, which `JSON.parse` omits.

import type { Edit, Span } from "./edit.js";

interface JsonEntry {
  readonly key: string;
  /** From the quotation mark of the key to the end of the value. */
  readonly span: Span;
  readonly value: Span;
}

interface JsonScan {
  /** Of the outermost object, in order; a repeated key occurs twice. */
  readonly entries: readonly JsonEntry[];
  /** The offset at which the text stops being JSON; null if all of it is. */
  readonly errorAt: number | null;
}

const string = /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const scalar = /true\b|false\b|null\b|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?!\w)/y;

/** Deeper nesting counts as an error. */
const maxDepth = 100;

export function scanJson(text: string): JsonScan {
  const entries: JsonEntry[] = [];
  let at = text.startsWith("\ufeff") ? 1 : 0;
  let depth = 0;
  const eat = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const eaten = pattern.exec(text)?.[0];
    at += eaten?.length ?? 0;
    return eaten;
  };
  const skipSpace = () => eat(/[ \t\r\n]*/y);
  const isValue = (): boolean => {
    if (depth < maxDepth && eat(/\{/y)) return isListOf(isMember, /\}/y);
    if (depth < maxDepth && eat(/\[/y)) return isListOf(isValue, /\]/y);
    return (eat(string) ?? eat(scalar)) !== undefined;
  };
  const isListOf = (isPart: () => boolean, end: RegExp): boolean => {
    depth += 1;
    skipSpace();
    let isEnded = eat(end) !== undefined;
    while (!isEnded) {
      skipSpace();
      if (!isPart()) return false;
      skipSpace();
      isEnded = eat(end) !== undefined;
      if (!isEnded && !eat(/,/y)) return false;
    }
    depth -= 1;
    return true;
  };
  const isMember = (): boolean => {
    const start = at;
    const key = eat(string);
    skipSpace();
    if (key === undefined || !eat(/:/y)) return false;
    skipSpace();
    const value = at;
    if (!isValue()) return false;
    if (depth === 1) entries.push({ key: JSON.parse(key), span: { start, end: at }, value: { start: value, end: at } });
    return true;
  };
  skipSpace();
  const isComplete = isValue();
  skipSpace();
  return { entries, errorAt: isComplete && at === text.length ? null : at };
}

/** The edit of a JSON object that gives a key this value, or adds it as the last one; the JSON has no errors. */
export function jsonValueEdit(json: string, key: string, value: string): Edit {
  const { entries } = scanJson(json);
  const old = entries.find((entry) => entry.key === key);
  if (old) return { at: old.value, text: value };
  const lineBreak = json.includes("\r\n") ? "\r\n" : "\n";
  const indent = /[\r\n]([ \t]+)"/.exec(json)?.[1] ?? "  ";
  const added = `${lineBreak}${indent}${JSON.stringify(key)}: ${value}`;
  const last = entries.at(-1)?.span.end;
  if (last !== undefined) return { at: { start: last, end: last }, text: `,${added}` };
  const braces = { start: json.indexOf("{"), end: json.lastIndexOf("}") + 1 };
  return { at: braces, text: `{${added}${lineBreak}}` };
}

/** The edit that removes a key with its value, comma and line; null if the object does not have it. */
export function jsonRemovalEdit(json: string, key: string): Edit | null {
  const { entries } = scanJson(json);
  const index = entries.findIndex((entry) => entry.key === key);
  const [before, removed, after] = [entries[index - 1], entries[index], entries[index + 1]];
  if (!removed) return null;
  const start = before ? before.span.end : after ? removed.span.start : json.indexOf("{") + 1;
  const end = before ? removed.span.end : after ? after.span.start : json.lastIndexOf("}");
  return { at: { start, end }, text: "" };
}
