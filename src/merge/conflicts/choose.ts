// Choice of conflicts: which conflicts a person means, and whether the choice can resolve them.

import { UserError } from "../../model/errors.js";
import { escapeCell } from "../../model/inline-text.js";
import { taskMarkers } from "../../model/status.js";
import { normalize, wordsOf } from "../../text/normalize.js";
import type { Conflict } from "./blocks.js";
import type { Choice, Choices } from "./resolve.js";

export interface ConflictSelection {
  /** Numbers of conflicts, or words of a topic or task name; empty for all that are left. */
  readonly words: readonly string[];
  /** Only conflicts in this field. */
  readonly field?: string | undefined;
}

export interface Resolution extends ConflictSelection {
  /** A side, both, or a text as typed. */
  readonly choice: Choice;
}

/**
 * The choice for each conflict. If no other choice is left, conflicts that need no choice are resolved too.
 * @throws UserError if no conflict matches, or one cannot be resolved like this
 */
export function chooseConflicts(conflicts: readonly Conflict[], resolution: Resolution): Choices {
  const { words, choice } = resolution;
  const selected = selectConflicts(conflicts, resolution);
  const isNamed = words.length > 0;
  const resolved = isNamed ? selected : selected.filter((conflict) => refusalOf(conflict, choice) === null);
  const refused = selected.find((conflict) => refusalOf(conflict, choice) !== null);
  const refusal = refused && refusalOf(refused, choice);
  if (refusal && (isNamed || resolved.length === 0)) throw refusal;
  if (typeof choice === "object" && resolved.length > 1) throw tooMany(resolved);
  const choices = new Map(resolved.map((conflict) => [conflict, choiceFor(conflict, choice)]));
  const isLast = conflicts.every((conflict) => conflict.kind === "parts" || choices.has(conflict));
  if (isLast) for (const conflict of conflicts) if (conflict.kind === "parts") choices.set(conflict, "both");
  return choices;
}

/** @throws UserError (exit 3) if none matches */
export function selectConflicts(
  conflicts: readonly Conflict[],
  { words, field }: ConflictSelection,
): readonly Conflict[] {
  const named = words.length === 0 ? conflicts : conflictsNamed(conflicts, words);
  if (field === undefined) return named;
  const inField = named.filter((conflict) => normalize(conflict.field) === normalize(field));
  if (inField.length > 0) return inField;
  const fields = [...new Set(named.map((conflict) => conflict.field))];
  throw notFound(`no conflict in field "${field}"`, `fields with conflicts: ${fields.join(", ")}`);
}

function conflictsNamed(conflicts: readonly Conflict[], words: readonly string[]): readonly Conflict[] {
  if (words.every((word) => /^#?\d+$/.test(word))) return words.map((word) => conflictNumbered(conflicts, word));
  const wanted = words.join(" ");
  const exact = conflicts.filter(({ name }) => normalize(name) === normalize(wanted));
  const wantedWords = wordsOf(wanted);
  const matching = exact.length > 0 ? exact : conflicts.filter(({ name }) => includesAll(wordsOf(name), wantedWords));
  const [first] = matching;
  if (!first) throw notFound(`no conflict matches "${wanted}"`, "roadmap resolve");
  if (matching.some(({ name }) => normalize(name) !== normalize(first.name))) {
    const numbers = matching.map(({ number, name }) => `${number} (${name})`).join(", ");
    throw notFound(`"${wanted}" matches several conflicts: ${numbers}`, "use the conflict number, or more of the name");
  }
  return matching;
}

function includesAll(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.length > 0 && wanted.every((word) => words.includes(word));
}

function conflictNumbered(conflicts: readonly Conflict[], word: string): Conflict {
  const number = Number(word.replace("#", ""));
  const numbered = conflicts.find((conflict) => conflict.number === number);
  if (numbered) return numbered;
  throw notFound(`no conflict ${number}: the file has ${conflicts.length}`, "roadmap resolve");
}

/** Why the conflict cannot be resolved like this; null if it can. */
function refusalOf(conflict: Conflict, choice: Choice): UserError | null {
  const { kind, number, type, field } = conflict;
  if (kind === "unclear") {
    return new UserError(
      "CONFLICT_UNCLEAR",
      `conflict ${number} cannot be parsed: a conflict marker is missing or duplicated`,
      "resolve it in an editor: keep the right lines and delete the markers; if these lines are only an example, put a space before them",
    );
  }
  if (choice === "both" && kind === "cell")
    return choiceError(`conflict ${number} is about a single value: --both needs whole lines`, sidesHint(`${number}`));
  if (typeof choice === "object" && !takesText(conflict))
    return choiceError(`conflict ${number} is about whole lines: --value needs a single value`, sidesHint(`${number}`));
  if (typeof choice === "object" && type === "task") return refusalOfTaskText(field, choice.text);
  if (typeof choice === "object" && field === "topic" && choice.text.trim() === "")
    return choiceError("a topic needs a name", `roadmap resolve ${number} --value "NAME"`);
  return null;
}

/** What to type to choose a side, and what that drops. */
export function sidesHint(which: string): string {
  return `\`roadmap resolve ${which} --ours\` drops their side, \`--theirs\` drops ours`;
}

/** The ways to resolve a conflict, as options; the most common ones first. */
export function optionsFor(conflict: Pick<Conflict, "kind" | "field">): readonly string[] {
  const { kind } = conflict;
  if (kind === "parts") return ["--both", "--ours", "--theirs"];
  return [
    "--ours",
    "--theirs",
    ...(kind === "cell" ? [] : ["--both"]),
    ...(takesText(conflict) ? ["--value TEXT"] : []),
  ];
}

/** Whether the conflict is in one value, not in whole lines. */
function takesText({ kind, field }: Pick<Conflict, "kind" | "field">): boolean {
  return kind === "cell" && field !== "row" && field !== "bullet";
}

function refusalOfTaskText(field: string, text: string): UserError | null {
  if (field === "mark" && !taskMarkers.some((mark) => mark === text))
    return choiceError(
      `"${text}" is not a task mark`,
      `use one of ${taskMarkers.map((mark) => `"${mark}"`).join(", ")}`,
    );
  if (field === "text" && (text.trim() === "" || /\p{Cc}|[\u2028\u2029]/u.test(text) || !text.isWellFormed()))
    return choiceError("a task needs text, on one line", "type them again without control characters");
  return null;
}

function choiceFor({ type, field }: Conflict, choice: Choice): Choice {
  if (typeof choice === "string") return choice;
  if (type === "topic") return { text: escapeCell(choice.text) };
  return field === "mark" ? choice : { text: choice.text.trim() };
}

function tooMany(conflicts: readonly Conflict[]): UserError {
  const numbers = conflicts.map(({ number }) => number).join(", ");
  return choiceError(
    `--value resolves only one conflict, not ${conflicts.length}: ${numbers}`,
    `choose one: \`roadmap resolve ${conflicts[0]?.number} --value TEXT\``,
  );
}

function choiceError(message: string, hint: string): UserError {
  return new UserError("CHOICE_MISFIT", message, hint);
}

function notFound(message: string, hint: string): UserError {
  return new UserError("CONFLICT_NOT_FOUND", message, hint);
}
