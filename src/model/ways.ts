// Ways: what the user can do about an error, as data that each interface shows in its own form.

import { quoteForShell, quoteWords } from "../text/quote-for-shell.js";

/** Text; an operation, which a form can show as a button; or a command that only shows something, as a link. */
export type Way = string | OperationWay | ViewWay;

export interface OperationWay {
  /** Its name in JSON: `add-topic`. */
  readonly operation: string;
  /** By field, the subject of the command first. Without any, the user chooses them all. */
  readonly input: Readonly<Record<string, Given | readonly Given[]>>;
}

interface ViewWay {
  readonly view: string;
  readonly options?: Readonly<Record<string, Given>>;
}

/** `true` is an option without a value. */
type Given = string | true | Placeholder;

/** What only the user knows: `DATE`. */
interface Placeholder {
  readonly placeholder: string;
  /** Whether it is shown in quotes, because it is usually several words. */
  readonly isQuoted?: boolean;
}

/** A sentence with ways in it. */
export function ways(texts: readonly string[], ...parts: readonly (Way | readonly Way[])[]): Way[] {
  const joined: Way[] = [];
  for (const way of texts.flatMap((text, index) => [text, ...[parts[index] ?? ""].flat()])) {
    const last = joined.at(-1);
    if (typeof way === "string" && typeof last === "string") joined.splice(-1, 1, last + way);
    else joined.push(way);
  }
  return joined.filter((way) => way !== "");
}

/** The same ways with other texts; operations and views stay. */
export function withTexts(all: readonly Way[], edit: (text: string) => string): Way[] {
  return all.map((way) => (typeof way === "string" ? edit(way) : way));
}

/**
 * The ways as a sentence with commands in backticks. A command alone has none, even if a remark follows it.
 * @param program what commands start with
 */
export function hintOf([first = "", ...others]: readonly Way[], program = "roadmap"): string {
  const isAlone = others.every((way) => typeof way === "string" && way.startsWith("; "));
  const words = (way: Way) => (typeof way === "string" ? way : `\`${commandOf(way, program)}\``);
  const start = typeof first !== "string" && isAlone ? commandOf(first, program) : words(first);
  return [start, ...others.map(words)].join("");
}

/** The way as a command, ready to paste. */
export function commandOf(way: OperationWay | ViewWay, program = "roadmap"): string {
  const [name, words, fields] = "view" in way ? [way.view, [], Object.entries(way.options ?? {})] : partsOf(way);
  const options = fields.flatMap(([field, values]) => {
    const option = `--${optionNames.get(`${name} ${field}`) ?? field}`;
    return [values].flat().map((value) => (value === true ? option : `${option} ${typed(value, field)}`));
  });
  return [program, name.replace("-", " "), ...words, ...options].join(" ");
}

/** The name, the words that need no option, and the fields that have one; the words of `add table` are all in options. */
function partsOf({ operation, input }: OperationWay) {
  const entries = Object.entries(input);
  if (operation === "add-table") return [operation, [], entries] as const;
  const [[, subject = []] = [], ...fields] = entries;
  const words = [subject].flat().map((value) => typed(value, operation === "add-phase" ? "newName" : "subject"));
  return [operation, words, fields] as const;
}

/** The fields whose option has another name; a test compares them with the declarations of the operations. */
const optionNames: ReadonlyMap<string, string> = new Map([
  ["add-task to", "phase"],
  ["move to", "phase"],
  ["add-topic dependsOn", "depends-on"],
  ["set appendComments", "append-comments"],
  ["set dependsOn", "depends-on"],
  ["set name", "topic"],
]);

const oneWord = /^[\w\x80-\uffff]+$/;

/** What needs no quotes, by field: words that refer to a topic or task. A new name is always quoted. */
const unquoted: ReadonlyMap<string, RegExp> = new Map([
  ["subject", /^(?:[\w \x80-\uffff]|\b-\b)+$/],
  ["newName", /(?!)/],
  ["after", oneWord],
  ["before", oneWord],
]);

function typed(value: Given, field: string): string {
  if (typeof value === "object") return value.isQuoted ? quoteWords(value.placeholder) : value.placeholder;
  const text = String(value);
  if (field === "proof") return quoteForShell(text);
  return (unquoted.get(field) ?? /^(?:[\w.-]+|\/)$/).test(text) ? text : quoteWords(text);
}
