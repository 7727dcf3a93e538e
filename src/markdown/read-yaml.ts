// YAML: the data in a part of a text, with the position of each key; the only file that imports gray-matter.

import matter from "gray-matter";
import { type Span, textAt } from "../text/edit.js";
import { endOfLine, lineSpanAt } from "../text/lines.js";

export interface YamlReading {
  /** Undefined if the text is invalid. */
  readonly data: unknown;
  readonly error: YamlError | null;
  /** The lines that are indented with a tab: YAML may not read them as part of what they seem to be under. */
  readonly tabs: readonly Span[];
  /** The position of the value at `path` in the data: its part on the line of its key, otherwise that of its parent. */
  spanOf(path: readonly PropertyKey[]): Span;
}

interface YamlError {
  readonly reason: string;
  /** The line on which parsing stopped. */
  readonly span: Span;
}

/** A node that js-yaml has just read. */
interface Node {
  readonly start: number;
  readonly end: number;
  readonly kind: string | null;
  readonly result: unknown;
}

/** By the map or list that contains them: its keys with their values, or its elements. */
type Places = Map<object, Map<string, Span>>;

/** Reads the part `within` of the text. */
export function readYaml(text: string, within: Span): YamlReading {
  const content = textAt(text, within);
  const inFile = ({ start, end }: Span) => ({ start: within.start + start, end: within.start + end });
  const { places, literals, listener } = listenForPlaces(content);
  const { data, error } = parse(content, listener);
  return {
    data,
    error: error && { ...error, span: inFile(error.span) },
    tabs: tabIndented(content, literals).map(inFile),
    spanOf: (path) => inFile(spanAt(places, data, path) ?? { start: 0, end: content.length }),
  };
}

/**
 * Every engine but YAML throws: gray-matter would otherwise execute front matter that declares itself as JavaScript.
 */
function parse(content: string, listener: Listener): Pick<YamlReading, "data" | "error"> {
  const refuse = () => {
    throw new Error("only YAML is read");
  };
  const names = ["js", "javascript", "json", "coffee", "coffeescript", "cson", "toml"];
  const options = {
    language: "yaml",
    engines: Object.fromEntries(names.map((name) => [name, refuse])),
    // A closing delimiter that cannot occur in the content, so no line of it is taken for one.
    delimiters: ["---", `${content}.`] as [string, string],
    // gray-matter passes it on to js-yaml.
    listener,
  };
  try {
    return { data: matter(`---\n${content}`, options).data, error: null };
  } catch (error) {
    return { data: undefined, error: errorOf(error, content) };
  }
}

function errorOf(error: unknown, content: string): YamlError {
  const { reason, mark } = error as { reason?: string; mark?: { position: number } };
  const stopped = Math.min(content.length, Math.max(0, (mark?.position ?? 1) - 1));
  // At the end of the content, the error belongs to the last nonblank line.
  const at =
    textAt(content, { start: stopped, end: content.length }).trim() === "" ? content.trimEnd().length : stopped;
  return { reason: reason ?? String(error), span: trimmed(content, lineSpanAt(content, at)) };
}

type Listener = (event: "open" | "close", state: Omit<Node, "start" | "end"> & { readonly position: number }) => void;

/**
 * js-yaml reports when it begins and ends reading a node, and its position, counted from one line break before the
 * content.
 */
function listenForPlaces(content: string) {
  const places: Places = new Map();
  const literals: Span[] = [];
  const open: { readonly start: number; readonly nodes: Node[] }[] = [{ start: 0, nodes: [] }];
  const listener: Listener = (event, { position, kind, result }) => {
    if (event === "open") {
      open.push({ start: position - 1, nodes: [] });
      return;
    }
    const { start, nodes } = open.pop() ?? { start: 0, nodes: [] };
    const node = { start, end: Math.min(position - 1, content.length), kind, result };
    open.at(-1)?.nodes.push(node);
    if (isLiteral(content, start)) literals.push(node);
    // An alias has no kind, and a block collection is reported a second time, for itself.
    if (kind === null || typeof result !== "object" || result === null || places.has(result)) return;
    if (kind === "mapping") places.set(result, placesInMap(content, result, nodes));
    if (kind === "sequence") places.set(result, placesInList(content, result, nodes));
  };
  return { places, literals, listener };
}

function isLiteral(content: string, start: number): boolean {
  const opening = /\s*["'[{|>]/y;
  opening.lastIndex = start;
  return opening.test(content);
}

/** The nodes of a map are its keys, each followed by its value if it has one. */
function placesInMap(content: string, map: object, nodes: readonly Node[]): Map<string, Span> {
  const places = new Map<string, Span>();
  for (let index = 0; index < nodes.length; index++) {
    const key = nodes[index] as Node;
    const name = String(typeof key.result === "object" && key.result !== null ? "" : key.result);
    const value = nodes[index + 1];
    const hasValue = value !== undefined && (name === "<<" || Object.is(value.result, Reflect.get(map, name)));
    if (hasValue) index += 1;
    if (Object.hasOwn(map, name)) places.set(name, lineOf(content, key.start, hasValue ? value.end : key.end));
  }
  return places;
}

/** Elements without text are not reported: then it is unknown which node is which element. */
function placesInList(content: string, list: object, nodes: readonly Node[]): Map<string, Span> {
  if (!Array.isArray(list) || list.length !== nodes.length) return new Map();
  return new Map(nodes.map(({ start, end }, index) => [String(index), lineOf(content, start, end)]));
}

function spanAt(places: Places, data: unknown, path: readonly PropertyKey[]): Span | undefined {
  let span: Span | undefined;
  let value = data;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return span;
    span = places.get(value)?.get(String(key)) ?? span;
    value = Reflect.get(value, key);
  }
  return span;
}

/** The part on its first line. */
function lineOf(content: string, start: number, end: number): Span {
  return trimmed(content, { start, end: Math.min(end, endOfLine(content, start)) });
}

function trimmed(content: string, span: Span): Span {
  const text = textAt(content, span);
  // A line of whitespace alone, such as a vertical tab, has no end after its start.
  if (text.trim() === "") return span;
  return { start: span.start + text.length - text.trimStart().length, end: span.start + text.trimEnd().length };
}

/** In quoted text, flow collections and the like, a tab is as good as a space. */
function tabIndented(content: string, literals: readonly Span[]): Span[] {
  return Array.from(content.matchAll(/(?<=^|[\r\n]) *\t[ \t]*(?=[^\s#])/g), ({ index, 0: indent }) => ({
    start: index,
    end: index + indent.length,
  }))
    .filter((indent) => !literals.some(({ start, end }) => start < indent.start && indent.end < end))
    .map((indent) => trimmed(content, lineSpanAt(content, indent.end)));
}
