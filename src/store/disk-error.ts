// Disk errors: refusals by the operating system, in the words of a person who owns the file.

import { type ErrorCode, UserError, withChanges } from "../model/errors.js";

interface Refusal {
  readonly code: ErrorCode;
  readonly words: string;
  readonly hint: string;
}

const permission: Refusal = {
  code: "NO_PERMISSION",
  words: "permission denied",
  hint: "check the permissions with `ls -ld` on the file and its folder, then run this again",
};

const tooManyFiles: Refusal = {
  code: "TOO_MANY_FILES",
  words: "too many open files",
  hint: "raise the limit with `ulimit -n 1024`, then run this again",
};

const refusals = new Map<string, Refusal>([
  [
    "ENOSPC",
    {
      code: "DISK_FULL",
      words: "no space left on the disk",
      hint: "free some space (`df -h` shows where), then run this again",
    },
  ],
  [
    "EDQUOT",
    {
      code: "QUOTA_FULL",
      words: "disk quota exceeded",
      hint: "free some space (`quota` shows your limit), then run this again",
    },
  ],
  [
    "EFBIG",
    {
      code: "FILE_SIZE_LIMIT",
      words: "the file would exceed the size limit of this system",
      hint: "raise the limit with `ulimit -f unlimited`, then run this again",
    },
  ],
  [
    "EIO",
    {
      code: "DISK_ERROR",
      words: "the disk reported an error",
      hint: "copy important files to another disk and check `dmesg`, then run this again",
    },
  ],
  [
    "EROFS",
    {
      code: "READ_ONLY_DISK",
      words: "the disk is mounted read-only",
      hint: "copy the file to a writable disk, or remount this one with `mount -o remount,rw`",
    },
  ],
  ["EACCES", permission],
  ["EPERM", permission],
  ["EMFILE", tooManyFiles],
  ["ENFILE", tooManyFiles],
]);

/** The system's error code (`ENOSPC`), or undefined if this is not a system error. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/**
 * The error to throw in place of `error`. Anything but a system error is returned unchanged: it is a bug in roadmap.
 * @param doing the beginning of the sentence, such as "cannot save roadmap.md".
 * @param outcome the end of the sentence: the state of the file.
 */
export function diskError(error: unknown, doing: string, outcome?: string): unknown {
  const systemCode = systemErrorCode(error);
  const ending = outcome === undefined ? "" : `; ${outcome}`;
  if (error instanceof UserError && error.code === "NOT_PRIVATE")
    return withChanges(error, { message: `${doing}: ${error.message}${ending}` });
  if (systemCode === undefined) return error;
  const { code, words, hint }: Refusal = refusals.get(systemCode) ?? {
    code: "DISK_REFUSED",
    words: `the system refused it (${systemCode})`,
    hint: "check the file and its folder with `ls -ld`, then run this again",
  };
  return new UserError(code, `${doing}: ${words}${ending}`, hint);
}

/** The same as text, where the command continues. */
export function diskProblem(error: unknown, doing: string): string {
  const problem = diskError(error, doing);
  if (problem instanceof UserError && problem.code === "NOT_PRIVATE") return `${problem.message}; ${problem.hint}`;
  return problem instanceof Error ? problem.message : String(problem);
}
