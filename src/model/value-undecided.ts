// Undecided value: an option that the user must choose, because two values are equally plausible.

import { UserError } from "./errors.js";

interface Decision {
  /** As it is typed, without the option: `roadmap finish http`. */
  readonly command: string;
  readonly option: string;
  /** The problem, and the question for a person at a terminal. */
  readonly message: string;
  readonly question: string;
  /** The label says what the value does: `keeps that date`. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

export class ValueUndecided extends UserError {
  override readonly name = "ValueUndecided";
  readonly decision: Decision;

  constructor(decision: Decision) {
    const { command, option, message, choices } = decision;
    super(
      "VALUE_UNDECIDED",
      message,
      choices.map(({ value, label }) => `\`${command} --${option} ${value}\` ${label}`).join(", or "),
    );
    this.decision = decision;
  }

  /** The same for a command with more options. */
  typedWith(options: string): ValueUndecided {
    return new ValueUndecided({ ...this.decision, command: `${this.decision.command}${options}` });
  }

  /** The same as one of many operations, where the value is a field. */
  at(place: string): UserError {
    const { message, option, choices } = this.decision;
    const fields = choices.map(({ value }) => `"${option}": "${value}"`).join(", or ");
    return new UserError(this.code, `${place}: ${message}`, `add ${fields} to that line; no operation was applied`);
  }
}
