// Command: what every command of the program is declared as; from it come its options, its help and its place.

import type { OpenRequest } from "../app/open-roadmap.js";
import type { Envelope } from "../json/envelopes/index.js";
import type { ExitCode, UserError } from "../model/errors.js";
import type { Status } from "../model/status.js";
import type { Canvas } from "../views/paint.js";
import type { Machine } from "./machine.js";

export interface OptionDeclaration {
  /** As commander takes it: `--since <date>`. */
  readonly flags: string;
  readonly help: string;
  readonly choices?: readonly string[];
  /** May be given several times. */
  readonly isList?: boolean;
  /** Accepted, but listed nowhere: another name of an option. */
  readonly isHidden?: boolean;
}

interface ArgumentDeclaration {
  /** As commander takes it: `<topic...>`, `[file]`. The word says what completion offers, unless the next two do. */
  readonly name: string;
  readonly help: string;
  /** What completion offers; the command itself refuses others. */
  readonly choices?: readonly string[];
  /** What its words can name, or next to the choices a command. */
  readonly names?: readonly ("topic" | "task" | "command")[];
  /** The statuses of what completion offers (default: all). */
  readonly statuses?: readonly Status[];
}

export interface CommandDeclaration {
  readonly name: string;
  readonly summary: string;
  readonly examples: readonly string[];
  readonly argument?: ArgumentDeclaration;
  readonly options: readonly OptionDeclaration[];
  run(invocation: Invocation): Promise<Outcome>;
}

export type OptionValue = string | readonly string[] | boolean | undefined;

/** One call of a command. */
export interface Invocation {
  /** The words behind the command, in order. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly request: OpenRequest;
  readonly isDryRun: boolean;
  /** Whether there is a person who can be asked. */
  readonly mayAsk: boolean;
  /** Whether it is a script that asks: then it is the data of the outcome that is printed. */
  readonly isJson: boolean;
  readonly machine: Machine;
}

/** What a command has found or done; shown as lines for people or as data for scripts. */
export interface Outcome {
  lines(canvas: Canvas): readonly string[];
  /** Printed as they are, instead of the lines. */
  readonly bytes?: Uint8Array;
  data(): Envelope;
  /** What goes to stderr, for people. */
  readonly warnings?: (canvas: Canvas) => readonly string[];
  readonly exitCode?: ExitCode;
  /** What went wrong after something was done all the same; told last, its exit code is that of the program. */
  readonly error?: UserError | undefined;
  /** Asked when all this is shown, where a person can answer; where nobody can, `error` is told. */
  readonly question?: Question;
  /** Whether the file says something new already, whatever becomes of the output. */
  readonly isSaved?: boolean;
  /** Whether the exit code says all that whoever called it goes by, so that it stands even if nothing can be printed. */
  readonly isToldByExitCode?: boolean;
}

interface Question {
  readonly text: string;
  /** What it does on a yes. */
  yes(): Promise<Outcome>;
  /** Printed unless the answer is yes. The exit code after a no is that of the outcome; 1 when it is canceled. */
  readonly no: string;
}

/** The value of an option that takes one. */
export function textOption({ options }: Invocation, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}
