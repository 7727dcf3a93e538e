// Command: the declaration of every command, from which its options, help and position are derived.

import type { OpenRequest } from "../app/open-roadmap.js";
import type { Envelope } from "../json/envelopes/index.js";
import type { ExitCode, UserError } from "../model/errors.js";
import type { Status } from "../model/status.js";
import type { UserSettings } from "../model/user-settings.js";
import type { Canvas } from "../views/canvas.js";
import type { Machine } from "./machine.js";

export interface OptionDeclaration {
  /** In commander's notation: `--since <date>`. */
  readonly flags: string;
  readonly help: string;
  readonly choices?: readonly string[];
  /** Whether the command takes other values than the choices, too. */
  readonly isAnyTaken?: boolean;
  /** May be given several times. */
  readonly isList?: boolean;
  /** Accepted but not listed: an alias of an option. */
  readonly isHidden?: boolean;
}

interface ArgumentDeclaration {
  /**
   * In commander's notation: `<topic...>`, `[file]`. The name determines what completion offers, unless the next two
   * do.
   */
  readonly name: string;
  readonly help: string;
  /** What completion offers; the command itself refuses other values. */
  readonly choices?: readonly string[];
  /** What its words can refer to, or, in addition to the choices, a command. */
  readonly names?: readonly ("topic" | "task" | "command")[];
  /** The statuses that completion offers (default: all). */
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
  /** The words after the command, in order. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly request: OpenRequest;
  readonly isDryRun: boolean;
  /** Whether there is a user at a terminal to answer questions. */
  readonly mayAsk: boolean;
  /** Whether to print the data of the outcome, for scripts. */
  readonly isJson: boolean;
  readonly settings: UserSettings;
  readonly machine: Machine;
}

/** The result of a command; shown as lines for people or as data for scripts. */
export interface Outcome {
  lines(canvas: Canvas): readonly string[];
  /** Printed unchanged, in place of the lines. */
  readonly bytes?: Uint8Array;
  data(): Envelope;
  /** Printed to stderr, for people. */
  readonly warnings?: (canvas: Canvas) => readonly string[];
  readonly exitCode?: ExitCode;
  /** An error after something was done; reported last, and its exit code becomes that of the program. */
  readonly error?: UserError | undefined;
  /** Asked after everything is shown, if a user can answer; otherwise `error` is reported. */
  readonly question?: Question;
  /** What goes on after everything is shown, until it ends. */
  readonly goesOn?: () => Promise<void>;
  /** Whether the file has already changed, even if printing fails. */
  readonly isSaved?: boolean;
  /** Callers rely on the exit code alone: a failed print does not change it. */
  readonly isReportedByExitCode?: boolean;
}

interface Question {
  readonly text: string;
  /** What to do after a yes. */
  yes(): Promise<Outcome>;
  /** Printed unless the answer is yes. The exit code after a no is that of the outcome; 1 if it is canceled. */
  readonly no: string;
}

/** The value of an option that takes one. */
export function textOption({ options }: Invocation, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}
