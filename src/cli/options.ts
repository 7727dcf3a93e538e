// Options: option values other than plain text.

import { type DateContext, dayMeant } from "../model/date-words.js";
import type { Day } from "../model/dates.js";
import { UserError } from "../model/errors.js";
import { type Invocation, textOption } from "./command.js";

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
  return words === undefined ? undefined : dayMeant(words, context);
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
