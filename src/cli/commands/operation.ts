// Command: any operation, with options derived from its input.

import { changeRoadmap } from "../../app/change-roadmap.js";
import type { OperationResult, RequestedOperation } from "../../app/plan-operations.js";
import { planRequested, requestOperation } from "../../app/requested-operations.js";
import { addressOf, numberForm, typedAddress } from "../../model/address.js";
import { UserError } from "../../model/errors.js";
import { AmbiguousName, candidateOf, countedKinds, findTopicOrTask } from "../../model/find.js";
import { kindOf, thingsNamed } from "../../model/names.js";
import type { Roadmap } from "../../model/roadmap.js";
import { ValueUndecided } from "../../model/value-undecided.js";
import { cellOperations } from "../../operations/cell-operations.js";
import { fieldTexts } from "../../operations/fields.js";
import type { AnyOperation } from "../../operations/operation.js";
import { foldAccents } from "../../text/normalize.js";
import { quoteForShell, quoteWords } from "../../text/quote-for-shell.js";
import type { CommandDeclaration, OptionDeclaration } from "../command.js";
import { nameOf, usageError } from "../options.js";
import { changeOutcome, commitOptions, isCommitWanted } from "../saving-outcome.js";

export function cellCommand(name: keyof typeof cellOperations): CommandDeclaration {
  return operationCommand(cellOperations[name]);
}

/** The command of an operation: its subject is given by words, every other field by an option. */
export function operationCommand(operation: AnyOperation): CommandDeclaration {
  const { subject, fields } = fieldsOf(operation);
  const isOptional = subject !== null && operation.input.shape[subject]?.safeParse(undefined).success === true;
  return {
    name: operation.name,
    summary: operation.summary,
    examples: operation.examples,
    ...(subject === null ? {} : { argument: argumentOf(operation, subject, isOptional ? "optional" : "required") }),
    options: [...fields.flatMap((field) => optionsOf(operation, field)), ...commitOptions],
    async run(invocation) {
      const { request, isDryRun, words, options } = invocation;
      const values = fields.flatMap((field) => {
        const { alias } = textsOfField(operation, field) ?? {};
        const own = [field, options[optionKey(operation, field)]];
        return alias === undefined ? [own] : [own, [alias, options[hiddenName(operation, field)]]];
      });
      const given = Object.fromEntries(values.filter(([, value]) => value !== undefined));
      const isNamed = subject !== null && (!isOptional || words.length > 0);
      const named = isNamed ? { [subject]: nameOf(words, subject) } : {};
      refuseMissingOption(operation, { words, given });
      const plan =
        subject !== null && operation.takesSeveral && words.length > 1 && words.every(numberForm)
          ? planSeveral(operation, { subject, words, given })
          : planRequested([operationTyped(operation, { ...named, ...given })]);
      const report = await changeRoadmap({ ...request, isDryRun, isCommitWanted: isCommitWanted(invocation), plan });
      return changeOutcome(report, isDryRun);
    },
  };
}

/** The first field is the subject, if the operation has one. */
function fieldsOf({ input, hasNoSubject }: AnyOperation) {
  const [first = "topic", ...others] = Object.keys(input.shape);
  return hasNoSubject ? { subject: null, fields: [first, ...others] } : { subject: first, fields: others };
}

function argumentOf(operation: AnyOperation, subject: string, need: "optional" | "required") {
  const { help = "", names, statuses } = textsOfField(operation, subject) ?? {};
  return {
    name: need === "optional" ? `[${subject}...]` : `<${subject}...>`,
    help,
    ...(names ? { names } : {}),
    ...(statuses ? { statuses } : {}),
  };
}

interface Typed {
  readonly words: readonly string[];
  /** By field. */
  readonly given: Readonly<Record<string, unknown>>;
}

/**
 * @throws UserError if an option that the operation requires is missing: the hint is the typed command with that option
 */
function refuseMissingOption(operation: AnyOperation, { words, given }: Typed): void {
  const { fields } = fieldsOf(operation);
  const missing = fields.filter(
    (field) => !Object.hasOwn(given, field) && operation.input.shape[field]?.safeParse(undefined).success === false,
  );
  const [first] = missing;
  if (first === undefined) return;
  const typed = Object.entries(given).flatMap(([field, value]) =>
    [value].flat().map((part) => `--${optionName(operation, field)} ${quotedValue(String(part))}`),
  );
  const { help = "" } = textsOfField(operation, first) ?? {};
  const subject = words.length > 0 || typed.length > 0 ? words.map(quoteForShell) : ["TOPIC"];
  throw usageError(
    `--${optionName(operation, first)} is required: ${help}`,
    ["roadmap", operation.name, ...subject, ...typed, ...missing.map(optionText(operation))].join(" "),
  );
}

function quotedValue(value: string): string {
  return value.startsWith("-") ? quoteWords(value) : quoteForShell(value);
}

/**
 * The same operation on each of several numbers, which all refer to the roadmap as it was before.
 * @throws UserError if one is refused; then none of them counts
 */
function planSeveral(
  operation: AnyOperation,
  { subject, words, given }: Typed & { readonly subject: string },
): ReturnType<typeof planRequested> {
  const [list] = Object.entries(given).find(([, value]) => Array.isArray(value)) ?? [];
  if (list !== undefined) {
    const option = optionText(operation)(list);
    throw usageError(
      `--${optionName(operation, list)} cannot be combined with several numbers: which one is it for?`,
      `name them one by one: \`roadmap ${operation.name} ${typedAddress(words[0] ?? "")} ${option}\``,
    );
  }
  const requested = (roadmap: Roadmap) =>
    addressesOf(roadmap, words, operation).map((address) =>
      operationTyped(operation, { [subject]: address, ...given }),
    );
  return async (opened) => {
    try {
      const planned = await planRequested(requested(opened.roadmap))(opened);
      return { ...planned, results: withoutRepeatedNotes(planned.results) };
    } catch (error) {
      // A choice would apply to all of them.
      if (error instanceof ValueUndecided) throw new UserError(error.code, error.message, error.ways);
      throw error instanceof AmbiguousName ? error.inFile(opened.file.hash) : error;
    }
  };
}

/** A note that several results have is given with the last one. */
function withoutRepeatedNotes(results: readonly OperationResult[]): readonly OperationResult[] {
  const isLater = (note: string, index: number) => results.slice(index + 1).some(({ notes }) => notes.includes(note));
  return results.map((result, index) => ({ ...result, notes: result.notes.filter((note) => !isLater(note, index)) }));
}

/**
 * Numbers that stay right while the others are changed: removing a topic moves only those after it.
 * @throws AmbiguousName if a number is also a name
 */
function addressesOf(roadmap: Roadmap, words: readonly string[], { name }: AnyOperation): readonly string[] {
  const whole = thingsNamed(roadmap, foldAccents(words.join(" ")));
  if (whole.length > 0)
    throw new AmbiguousName({
      wanted: words.join(" "),
      candidates: whole.map((thing) => candidateOf(roadmap, thing)),
      matches: `${countedKinds(whole.map((thing) => ({ type: kindOf(thing) })))}, or ${words.length} numbers`,
      found: { roadmap, things: whole },
    });
  if (name !== "remove") return words;
  const things = words
    .map((word) => findTopicOrTask(roadmap, word))
    .map((found) => ("topic" in found ? found.topic : found.task));
  return [...new Set(things)].sort((a, b) => b.number - a.number).map((thing) => addressOf(roadmap, thing));
}

/** @throws UserError in terms of the command line if an option has an invalid value */
function operationTyped(operation: AnyOperation, input: Readonly<Record<string, unknown>>): RequestedOperation {
  const { fields } = fieldsOf(operation);
  const wrong = fields.find(
    (field) => Object.hasOwn(input, field) && operation.input.shape[field]?.safeParse(input[field]).success === false,
  );
  if (wrong === undefined) return requestOperation(operation, input);
  const option = optionText(operation)(wrong);
  if (input[wrong] === "")
    throw usageError(
      `--${optionName(operation, wrong)} requires a value: ${option}`,
      `run \`roadmap ${operation.name} --help\` to see its usage`,
    );
  const { help = "" } = textsOfField(operation, wrong) ?? {};
  throw usageError(`invalid value for --${optionName(operation, wrong)}: "${input[wrong]}"`, `${option}: ${help}`);
}

/** An option with the placeholder of its value, as in hints: `--to NAME`. */
function optionText(operation: AnyOperation): (field: string) => string {
  return (field) => {
    const { value = "text" } = textsOfField(operation, field) ?? {};
    return `--${optionName(operation, field)} ${value.toUpperCase()}`;
  };
}

function textsOfField({ input }: AnyOperation, field: string) {
  const schema = input.shape[field];
  return schema && fieldTexts.get(schema);
}

function optionsOf(operation: AnyOperation, field: string): OptionDeclaration[] {
  const { help = "", value = "text", alias } = textsOfField(operation, field) ?? {};
  const isList = operation.input.shape[field]?.safeParse([]).success === true;
  const option = { flags: `--${optionName(operation, field)} <${value}>`, help, isList };
  if (alias === undefined) return [option];
  return [option, { flags: `--${hiddenName(operation, field)} <${value}>`, help, isList, isHidden: true }];
}

/** The alias of a field, which help does not list. */
function hiddenName(operation: AnyOperation, field: string): string {
  const { alias = field } = textsOfField(operation, field) ?? {};
  return optionName(operation, field) === alias ? field : alias;
}

function optionName(operation: AnyOperation, field: string): string {
  return textsOfField(operation, field)?.option ?? field;
}

/** The key under which commander stores the value of `--append-comments`. */
function optionKey(operation: AnyOperation, field: string): string {
  return optionName(operation, field).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
