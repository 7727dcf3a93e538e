// Command: any operation, with the options that its input asks for.

import { changeRoadmap } from "../../app/change-roadmap.js";
import { makeStep } from "../../app/make-step.js";
import { planSteps } from "../../app/plan-steps.js";
import { everydayOperations } from "../../operations/everyday.js";
import { fieldTexts } from "../../operations/fields.js";
import type { AnyOperation } from "../../operations/operation.js";
import { changeOutcome } from "../change-outcome.js";
import type { CommandDeclaration, OptionDeclaration } from "../command.js";
import { commitOptions, isCommitWanted } from "../commit-outcome.js";
import { nameOf, usageError } from "../options.js";

export function everydayCommand(name: keyof typeof everydayOperations): CommandDeclaration {
  return operationCommand(everydayOperations[name]);
}

/** The command of an operation: its first field is named by words, every other one is an option. */
export function operationCommand(operation: AnyOperation): CommandDeclaration {
  const [subject = "topic", ...fields] = Object.keys(operation.input.shape);
  const { help = "", names, statuses } = textOf(operation, subject) ?? {};
  const isOptional = operation.input.shape[subject]?.safeParse(undefined).success === true;
  return {
    name: operation.name,
    summary: operation.summary,
    examples: operation.examples,
    argument: {
      name: isOptional ? `[${subject}...]` : `<${subject}...>`,
      help,
      ...(names ? { names } : {}),
      ...(statuses ? { statuses } : {}),
    },
    options: [...fields.flatMap((field) => optionsOf(operation, field)), ...commitOptions],
    async run(invocation) {
      const { request, isDryRun, words, options } = invocation;
      const values = fields.flatMap((field) => {
        const { also } = textOf(operation, field) ?? {};
        const own = [field, options[optionKey(operation, field)]];
        return also === undefined ? [own] : [own, [also, options[hiddenName(operation, field)]]];
      });
      const given = Object.fromEntries(values.filter(([, value]) => value !== undefined));
      const named = isOptional && words.length === 0 ? {} : { [subject]: nameOf(words, subject) };
      refuseLacking(
        operation,
        fields.filter((field) => !Object.hasOwn(given, field)),
      );
      const step = makeStep(operation, { ...named, ...given });
      return changeOutcome(
        await changeRoadmap({
          ...request,
          isDryRun,
          isCommitWanted: isCommitWanted(invocation),
          plan: planSteps([step]),
        }),
        isDryRun,
      );
    },
  };
}

/** @throws UserError when an option is not given that the operation cannot do without */
function refuseLacking(operation: AnyOperation, missing: readonly string[]): void {
  const field = missing.find((one) => operation.input.shape[one]?.safeParse(undefined).success === false);
  if (field === undefined) return;
  const { help = "" } = textOf(operation, field) ?? {};
  throw usageError(`--${optionName(operation, field)} is required: ${help}`, operation.examples[0] ?? "");
}

function textOf({ input }: AnyOperation, field: string) {
  const schema = input.shape[field];
  return schema && fieldTexts.get(schema);
}

function optionsOf(operation: AnyOperation, field: string): OptionDeclaration[] {
  const { help = "", value = "text", also } = textOf(operation, field) ?? {};
  const isList = operation.input.shape[field]?.safeParse([]).success === true;
  const option = { flags: `--${optionName(operation, field)} <${value}>`, help, isList };
  if (also === undefined) return [option];
  return [option, { flags: `--${hiddenName(operation, field)} <${value}>`, help, isList, isHidden: true }];
}

/** Of the two names of a field, the one that help does not list. */
function hiddenName(operation: AnyOperation, field: string): string {
  const { also = field } = textOf(operation, field) ?? {};
  return optionName(operation, field) === also ? field : also;
}

function optionName(operation: AnyOperation, field: string): string {
  return textOf(operation, field)?.option ?? field;
}

/** The key under which commander keeps the value of `--append-comments`. */
function optionKey(operation: AnyOperation, field: string): string {
  return optionName(operation, field).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
