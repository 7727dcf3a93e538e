// Complete words: what may be typed next in a command line, from command declarations and the file.

import { completeName } from "../../model/complete-name.js";
import { countedKinds } from "../../model/find.js";
import { kindOf, type ThingKind } from "../../model/names.js";
import type { Roadmap } from "../../model/roadmap.js";
import type { Status } from "../../model/status.js";
import { visible } from "../../text/visible.js";
import type { CommandRow, CommandTable, OptionRow } from "../command-table.js";
import type { TypedLine } from "./split-line.js";
import { bare, type Candidate, isPlain, valueCandidates } from "./value-candidates.js";

/** What can replace the current word; `files` are left to the shell. */
type Completion = "files" | readonly Candidate[];

/** The roadmap if it can be read quickly, otherwise null; the file is the one named on the line, if any. */
type ReadRoadmap = (file: string | undefined) => Promise<Roadmap | null>;

export async function completeWords(
  table: CommandTable,
  { before, current }: TypedLine,
  read: ReadRoadmap,
): Promise<Completion> {
  const line = parseTyped(table, viewAfterAll(before, table));
  const { command, awaiting, words } = line;
  const readNamed = () => read(line.file);
  if (awaiting) return plainOnly(await valuesOf(awaiting, current, readNamed));
  const [, name = "", value] = /^(--[\w-]+)=(.*)$/s.exec(current) ?? [];
  if (value !== undefined) {
    const option = line.options.find(({ names }) => names.includes(name));
    const values = option ? await valuesOf(option, value, readNamed) : [];
    // A shell completes files only after a space.
    return values === "files" ? [] : plainOnly(under(`${name}=`, values));
  }
  if (current.startsWith("-") && !line.isEnded) return startingWith(current, line.options.flatMap(optionCandidates));
  if (!command) return startingWith(current, commandWords(table, words));
  return plainOnly(await argumentsOf(command, table, { words, current, read: readNamed }));
}

/** After `all`, a view is typed with its own options. */
function viewAfterAll(before: readonly string[], table: CommandTable): readonly string[] {
  return before[0] === "all" && commandOf(table, before.slice(1, 2)) ? before.slice(1) : before;
}

interface ParsedWords {
  readonly command: CommandRow | undefined;
  /** After the command; all of them if there is no command yet. */
  readonly words: readonly string[];
  /** The options that can still be given. */
  readonly options: readonly OptionRow[];
  /** The option whose value comes next. */
  readonly awaiting: OptionRow | undefined;
  readonly file: string | undefined;
  /** After `--`, where nothing is an option. */
  readonly isEnded: boolean;
}

function parseTyped(table: CommandTable, before: readonly string[]): ParsedWords {
  const everyOption = table.commands.flatMap(({ options }) => options);
  const words: string[] = [];
  const given = new Set<string>();
  let awaiting: OptionRow | undefined;
  let file: string | undefined;
  let isEnded = false;
  for (const word of before) {
    const [name = "", value] = word.split(/=(.*)/s);
    if (awaiting) {
      if (awaiting.names.includes("--file")) file = word;
      awaiting = undefined;
    } else if (word === "--") isEnded = true;
    else if (isEnded || !word.startsWith("-") || word === "-") words.push(word);
    else {
      // Before its command, an option can belong to any command.
      const known = [...(commandOf(table, words)?.options ?? []), ...table.options, ...everyOption];
      const option = known.find(({ names }) => names.includes(name));
      if (option && !option.isList) given.add(option.flags);
      if (option?.value && value === undefined) awaiting = option;
      if (option?.names.includes("--file") && value !== undefined) file = value;
    }
  }
  const command = commandOf(table, words);
  const options = [...(command?.options ?? []), ...table.options].filter(({ flags }) => !given.has(flags));
  return { command, words: words.slice(wordsIn(command)), options, awaiting, file, isEnded };
}

/** The one with the most words: `add topic` before `add`. */
function commandOf({ commands, aliases }: CommandTable, [first = "", ...others]: readonly string[]) {
  const [command] = (Object.hasOwn(aliases, first) ? aliases[first] : first)?.split(" ") ?? [];
  const typed = `${[command, ...others].join(" ")} `;
  return commands.filter(({ name }) => typed.startsWith(`${name} `)).sort((a, b) => wordsIn(b) - wordsIn(a))[0];
}

function wordsIn(command: CommandRow | undefined): number {
  return command?.name.split(" ").length ?? 0;
}

function commandWords({ commands, groups, aliases }: CommandTable, words: readonly string[]): Candidate[] {
  const typed = words.map((word) => `${word} `).join("");
  const next = new Map<string, string>();
  for (const { name, summary } of commands) {
    if (!name.startsWith(typed) || name === "dashboard") continue;
    const [word = "", more] = name.slice(typed.length).split(" ");
    if (more === undefined || !next.has(word)) next.set(word, more === undefined ? summary : (groups[word] ?? ""));
  }
  const others = words.length > 0 ? [] : Object.entries(aliases).filter(([word]) => !word.startsWith("-"));
  for (const [word, command] of others) next.set(word, `the same as ${command}`);
  return [...next].map(([text, help]) => ({ text, help }));
}

interface CompletionContext {
  readonly words: readonly string[];
  readonly current: string;
  readonly read: () => Promise<Roadmap | null>;
}

async function argumentsOf(
  { argument }: CommandRow,
  table: CommandTable,
  { words, current, read }: CompletionContext,
): Promise<Completion> {
  if (!argument) return [];
  const { name, choices, names, statuses } = argument;
  const isTaken = words.length > 0 && !name.includes("...");
  if (isTaken) return [];
  if (choices) {
    const commands = names?.includes("command") ? commandWords(table, words) : [];
    return startingWith(current, [...commands, ...choices.map(bare)]);
  }
  const placeholder = name.replace(/\W/g, "");
  if (/^(?:files?|path)$/.test(placeholder)) return "files";
  const kinds = (["topic", "task"] as const).filter((kind) => names?.includes(kind) ?? kind === placeholder);
  const roadmap = kinds.length > 0 ? await read() : null;
  if (!roadmap) return [];
  return nameCandidates(roadmap, kinds, { before: words, current, statuses });
}

interface NameContext {
  readonly before: readonly string[];
  readonly current: string;
  /** Only topics with one of these statuses. */
  readonly statuses?: readonly Status[] | undefined;
}

/** An ambiguous text is not described as one of its meanings. */
function nameCandidates(roadmap: Roadmap, kinds: readonly ThingKind[], { statuses: wanted, ...typed }: NameContext) {
  return completeName(roadmap, kinds, typed)
    .filter(({ things }) => !wanted || things.some(({ status }) => wanted.includes(status)))
    .map(({ text, things }): Candidate => {
      const [only, another] = things;
      return {
        text,
        help: only && !another ? visible(only.name) : countedKinds(things.map((thing) => ({ type: kindOf(thing) }))),
      };
    });
}

async function valuesOf(option: OptionRow, current: string, read: CompletionContext["read"]): Promise<Completion> {
  const { value, choices } = option;
  if (value === "path" || value === "file") return "files";
  const kinds = kindsNamedBy(option);
  if (kinds.length > 0) {
    const roadmap = await read();
    return roadmap ? nameCandidates(roadmap, kinds, { before: [], current }) : [];
  }
  const candidates = valueCandidates(option, current);
  if (!candidates) return [];
  // What has fixed choices alone needs no file.
  const roadmap = choices && !option.isAnyTaken ? null : await read();
  return startingWith(current, candidates(roadmap));
}

/** Another topic or task, which the value refers to. */
function kindsNamedBy({ names, value }: OptionRow): readonly ThingKind[] {
  if (value === "topic" || value === "topics") return ["topic"];
  if (value === "task" || names.includes("--under")) return ["task"];
  return names.includes("--after") || names.includes("--before") ? ["topic", "task"] : [];
}

function optionCandidates({ names, help, isHidden }: OptionRow): Candidate[] {
  return isHidden ? [] : names.filter((name) => name.startsWith("--")).map((text) => ({ text, help }));
}

function under(head: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.map(({ text, help }) => ({ text: head + text, help }));
}

function startingWith(current: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ text }) => text.startsWith(current));
}

/**
 * Only texts without characters that are special to a shell, except spaces and a leading `#`, which the scripts quote.
 */
function plainOnly(completion: Completion): Completion {
  return completion === "files" ? completion : completion.filter(({ text }) => isPlain(text));
}
