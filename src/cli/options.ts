// Options: the options that several commands share, and the values of options other than plain text.

import { type DateContext, parseDayWords } from "../model/date-words.js";
import type { Day } from "../model/dates.js";
import { UserError } from "../model/errors.js";
import { isPhase } from "../model/phase.js";
import type { Phase, Roadmap } from "../model/roadmap.js";
import { ways } from "../model/ways.js";
import { type Invocation, type OptionDeclaration, textOption } from "./command.js";

/** The options of every command. */
export const globalOptions: readonly OptionDeclaration[] = [
  {
    flags: "-f, --file <path>",
    help: "roadmap file (default: $ROADMAP_FILE, or the nearest roadmap.md); repeatable for views",
    isList: true,
  },
  { flags: "--json", help: "print results and errors as JSON" },
  { flags: "-n, --dry-run", help: "show a diff of what would change, and write nothing" },
  { flags: "--if-match <hash>", help: "refuse if the file does not have this hash" },
  { flags: "-q, --quiet", help: "print no hints, and nothing about a change that was made" },
  { flags: "--max-size <bytes>", help: "largest file to read, in bytes (default: 16777216)" },
  { flags: "--no-color", help: "disable color (see also: NO_COLOR)" },
  { flags: "--no-input", help: "never prompt; ambiguous names are errors" },
];

/** An integer of at least 1. */
export function countOption(invocation: Invocation, name: string): number | undefined {
  const text = textOption(invocation, name);
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw usageError(`invalid value for --${name}: "${text}"`, `use a whole number, 1 or more: --${name} 10`);
}

/** The words of an option that needs some: a blank value is often an unset variable in a script. */
export function wordsOption(invocation: Invocation, name: string): string | undefined {
  const words = textOption(invocation, name);
  if (words === undefined || words.trim() !== "") return words;
  throw usageError(`--${name} requires a value: --${name} ${name.toUpperCase()}`, `pass a value, or omit --${name}`);
}

/** The date that the words of an option mean. */
export function dayOption(invocation: Invocation, name: string, context: DateContext): Day | undefined {
  const words = textOption(invocation, name);
  return words === undefined ? undefined : parseDayWords(words, context);
}

/** The words that name a topic or task, as one text. */
export function nameOf(words: readonly string[], subject: string): string {
  const name = words.join(" ");
  if (name.trim() !== "") return name;
  if (subject === "name" || subject === "text") throw usageError(`no ${subject} given`, "type it after the command");
  const list = subject === "task" ? "roadmap list --tasks" : "roadmap list";
  throw usageError(`no ${subject} given`, `type some words of its name; \`${list}\` shows all names`);
}

export function usageError(message: string, hint: string): UserError {
  return new UserError("USAGE", message, hint);
}

// Phases.

/** `--phase`, and its alias `--to`, as in the commands that put something into a phase. */
export function phaseOptions(help: string): readonly OptionDeclaration[] {
  return [
    { flags: "--phase <phase>", help },
    { flags: "--to <phase>", help, isHidden: true },
  ];
}

/** The value of `--phase`, or of its alias. */
export function phaseWords(invocation: Invocation): string | undefined {
  const [phase, to] = [wordsOption(invocation, "phase"), wordsOption(invocation, "to")];
  if (phase !== undefined && to !== undefined)
    throw usageError("--phase and --to cannot be combined", "use only one of them");
  return phase ?? to;
}

/** The phases chosen with `--phase`; only phases with topics. Null if the option is not given. */
export function selectedPhases(invocation: Invocation, { phases }: Roadmap): readonly Phase[] | null {
  const words = phaseWords(invocation);
  if (words === undefined) return null;
  const withTopics = phases.filter(({ topics }) => topics.length > 0);
  return requirePhases(withTopics, words, "phase with topics");
}

/**
 * The phases that the words can mean.
 * @param kind how a message calls each of the phases to choose from
 * @throws UserError (exit 3) when there is none
 */
export function requirePhases(phases: readonly Phase[], words: string, kind = "phase"): readonly Phase[] {
  const found = phases.filter((phase) => isPhase(phase, words));
  if (found.length > 0) return found;
  throw new UserError(
    "PHASE_NOT_FOUND",
    `no ${kind} matches "${words}"`,
    ways`run ${{ view: "progress" }} to see ${kind === "phase" ? "all" : "the"} phases`,
  );
}
