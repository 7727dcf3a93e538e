// Exit code texts: the meaning of each exit code; docs/exit-codes.md has the same texts.

import type { exitCodes } from "../../model/errors.js";

export const exitCodeTexts: Readonly<Record<keyof typeof exitCodes, string>> = {
  done: "Success, or nothing to do.",
  failed: "Refused: the change would contradict the file. Also: a check failed.",
  usage: "The command line, or a line of `apply`, is invalid.",
  notFound: "Not found or ambiguous: a roadmap, topic, task or revision.",
  fileProblem: "The file cannot be read or changed in its current state.",
  changedMeanwhile: "The file has changed since it was read.",
  locked: "Another program is changing the file.",
  disk: "A file or stream could not be read or written.",
  savedNotCommitted: "Saved, but not committed.",
  bug: "Internal error; the file was not changed.",
};
