// Errors that the user can fix, and the exit codes that tell scripts their kind.

/** Exit codes of the program; documented in docs/exit-codes.md. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  notFound: 3,
  fileProblem: 4,
  changedMeanwhile: 5,
  locked: 6,
  disk: 7,
  savedNotCommitted: 8,
  bug: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface UserErrorDetails {
  /** Stable name for scripts, in capitals: `TOPIC_NOT_FOUND`. */
  readonly code: string;
  /** What is wrong, in the user's words; one line. */
  readonly message: string;
  /** What to do about it; where possible the next command to type. */
  readonly hint: string;
  readonly exitCode: ExitCode;
}

/** An error the user can fix: shown without a stack, with a hint, and with its own exit code. */
export class UserError extends Error {
  override readonly name: string = "UserError";
  readonly code: string;
  readonly hint: string;
  readonly exitCode: ExitCode;

  constructor({ code, message, hint, exitCode }: UserErrorDetails) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.exitCode = exitCode;
  }
}

/** The same error with some of its details replaced. */
export function reworded({ code, message, hint, exitCode }: UserError, said: Partial<UserErrorDetails>): UserError {
  return new UserError({ code, message, hint, exitCode, ...said });
}

/** What was done before an error and is not reverted by it: an interrupted save was undone. */
export interface Restored {
  readonly path: string;
  /** The path of the partly saved text. */
  readonly tornText: string;
}

const restoredBefore = new WeakMap<object, Restored>();

/** Adds that fact to the error. */
export function withRestored(error: unknown, restored: Restored): unknown {
  if (typeof error === "object" && error !== null) restoredBefore.set(error, restored);
  return error;
}

export function restoredBeforeError(error: unknown): Restored | undefined {
  return typeof error === "object" && error !== null ? restoredBefore.get(error) : undefined;
}
