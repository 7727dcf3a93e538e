// Exit code texts: what each exit code means; the page about them says the same.

import type { exitCodes } from "../../model/errors.js";

export const exitCodeTexts: Readonly<Record<keyof typeof exitCodes, string>> = {
  done: "It is done, or it was so already.",
  failed: "It was understood and refused: it would contradict the file.",
  usage: "The command line, or a line of `apply`, is not understood.",
  notFound: "No roadmap, no such topic, task or version, or more than one.",
  fileProblem: "The file is in a state in which it is not read or not changed.",
  changedMeanwhile: "The file is not the one that was read.",
  locked: "Another program is changing the file.",
  disk: "The disk or a stream does not take or give what it should.",
  savedNotCommitted: "The file is saved, but not committed.",
  bug: "A fault of the program; the file was not changed.",
};
