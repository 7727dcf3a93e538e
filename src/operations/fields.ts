// Fields: the inputs of operations, with the help text of each.

import * as z from "zod/mini";
import { byKind, dayKinds, knownColumns } from "../model/columns.js";
import { AmbiguousName } from "../model/find.js";
import type { Status } from "../model/status.js";

interface FieldText {
  readonly help: string;
  /** The placeholder for the value in help: `<date>`. */
  readonly value?: string;
  /** The name of the option, if it differs from the name of the field. */
  readonly option?: string;
  /** Another name for the field and its option, not listed in help. */
  readonly alias?: string;
  /** What the words in the field refer to, if the field name does not say it. */
  readonly names?: readonly ("topic" | "task")[];
  /** The statuses that completion offers (default: all). */
  readonly statuses?: readonly Status[];
}

/** The help text of each field; everything that derives options or forms from operations reads it here. */
export const fieldTexts: z.core.$ZodRegistry<FieldText> = z.registry<FieldText>();

/** The help of a field for JSON: only the command line takes names without quotes. */
export function helpInJson(field: z.core.$ZodType): string | undefined {
  return fieldTexts.get(field)?.help.replace(/[,;] quotes not needed/, "");
}

function text(fieldText: FieldText) {
  return z.optional(z.string()).register(fieldTexts, fieldText);
}

const topicHelp = "name or part of it, quotes not needed; 12 for row 12, 2.3 for the third topic of phase 2";

/** @param offered the statuses that completion offers, if the others would be pointless */
export function topicField(...offered: readonly Status[]) {
  return named({ help: topicHelp, ...statusesOf(offered) });
}

export function topicOrTaskField(...offered: readonly Status[]) {
  const help =
    "name or part of it, quotes not needed; 12 for row 12, 2.3 for the third topic of phase 2, t3 for task 3";
  return named({ help, names: ["topic", "task"], ...statusesOf(offered) });
}

export function taskField(...offered: readonly Status[]) {
  return named({ help: "words of the task, quotes not needed; t3 for task 3", ...statusesOf(offered) });
}

function named(fieldText: FieldText) {
  return z.string().check(z.minLength(1)).register(fieldTexts, fieldText);
}

function statusesOf(statuses: readonly Status[]): Pick<FieldText, "statuses"> {
  return statuses.length === 0 ? {} : { statuses };
}

export function dateField(help: string) {
  return text({ help, value: "date" });
}

/** An option for each date column. */
export function dateFields() {
  return byKind(dayKinds, (kind) => dateField(knownColumns[kind].help));
}

export const proofField = z
  .optional(z.array(z.string()))
  .register(fieldTexts, { help: "add a proof link (repeatable)", value: "url" });

export function textField(fieldText: FieldText) {
  return text({ value: "text", ...fieldText });
}

export function nameField(help: string, value = "text") {
  return z.string().check(z.minLength(1)).register(fieldTexts, { help, value });
}

/**
 * An option for each column of another known kind, and one for all columns of no kind.
 * @param verb the start of its help: `replace `
 */
export function otherColumnFields(verb: string) {
  const { priority, "depends-on": dependsOn } = knownColumns;
  return {
    priority: textField({ help: `${verb}${priority.help}: high, P1, 2 or ⏫`, value: "priority" }),
    dependsOn: textField({
      help: `${verb}${dependsOn.help}, separated by commas`,
      value: "topics",
      option: "depends-on",
    }),
    column: z
      .optional(z.array(z.string().check(z.regex(/^[^=]*[^=\s][^=]*=/))))
      .register(fieldTexts, { help: `${verb}the text of any other column (repeatable)`, value: "header=text" }),
  };
}

/** `--phase`, in every command that puts something into a phase; `--to` is an alias. */
export function phaseField(help: string) {
  return text({ help, value: "phase", option: "phase", alias: "to" });
}

/** The same, for operations whose JSON calls it `to`. */
export function toPhaseField(help: string) {
  return text({ help, value: "phase", option: "phase", alias: "phase" });
}

/** The neighbor of a new or moved item. */
export function placeField(help: string) {
  return text({ help, value: "name" });
}

/** @throws what `find` throws; an ambiguous name then carries the field it came from */
export function namingField<Value>(field: string, find: () => Value): Value {
  try {
    return find();
  } catch (error) {
    throw error instanceof AmbiguousName ? error.inField(field) : error;
  }
}

export const tableField = z
  .optional(z.union([z.string().check(z.regex(/^[1-9]\d*$/)), z.int().check(z.positive())]))
  .register(fieldTexts, { help: "number of the topic table, if the file has several", value: "n" });
