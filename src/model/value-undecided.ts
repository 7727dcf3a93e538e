// Undecided value: a field that the user must choose, because two values are equally plausible.

import { UserError } from "./errors.js";
import { commandOf, type OperationWay, ways } from "./ways.js";

/** An operation, without the undecided field. */
interface Decision extends OperationWay {
  readonly field: string;
  /** The problem, and the question for a person at a terminal. */
  readonly message: string;
  readonly question: string;
  /** The label says what the value does: `keeps that date`. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** More are counted: a cell may have thousands of links. */
const maxShown = 5;

export class ValueUndecided extends UserError {
  override readonly name = "ValueUndecided";
  readonly decision: Decision;

  constructor(decision: Decision) {
    const { operation, input, field, message, choices } = decision;
    const parts = choices
      .slice(0, maxShown)
      .map(({ value, label }) => ways`${{ operation, input: { ...input, [field]: value } }} ${label}`);
    super(
      "VALUE_UNDECIDED",
      message,
      ways`${parts.reduce((before, part) => ways`${before}, or ${part}`)}${moreThanShown(choices)}`,
    );
    this.decision = decision;
  }

  /** The same for a command with more options, which belong to no operation. */
  typedWith(options: string): UserError {
    const { field, choices } = this.decision;
    const command = `${commandOf(this.decision)}${options} --${field}`;
    const shown = choices.slice(0, maxShown).map(({ value, label }) => `\`${command} ${value}\` ${label}`);
    const hint = `${shown.join(", or ")}${moreThanShown(choices)}`;
    return options === "" ? this : new UserError(this.code, this.message, hint);
  }

  /** The same as one of many operations, where the value is a field. */
  at(place: string): UserError {
    const { message, field, choices } = this.decision;
    const fields = choices.map(({ value }) => `"${field}": "${value}"`).join(", or ");
    return new UserError(this.code, `${place}: ${message}`, `add ${fields} to that line; no operation was applied`);
  }
}

function moreThanShown({ length }: Decision["choices"]): string {
  return length > maxShown ? ` and ${length - maxShown} more` : "";
}
