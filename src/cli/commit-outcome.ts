// Commit outcome: the options that ask for a commit, and what is said of one.

import type { CommitReport } from "../app/commit-text.js";
import { visible } from "../text/visible.js";
import type { Canvas } from "../views/paint.js";
import { messageLines, wrapText } from "../views/wrap.js";
import type { Invocation, OptionDeclaration } from "./command.js";

/** Of every command that changes the file. */
export const commitOptions: readonly OptionDeclaration[] = [
  { flags: "--commit", help: "commit this change, but no edits by hand" },
  { flags: "--no-commit", help: "do not commit, even if the front matter says so" },
];

/** Undefined when nobody says so: then the front matter does. */
export function isCommitWanted({ options }: Invocation): boolean | undefined {
  return typeof options.commit === "boolean" ? options.commit : undefined;
}

export function commitLines({ id, branch, subject }: CommitReport, { paint, width }: Canvas): string[] {
  const where = branch === null ? "on a detached HEAD" : `on ${visible(branch)}`;
  const [first = "", ...rest] = wrapText(`committed ${id.slice(0, 9)} ${where}: ${visible(subject)}`, width, {
    first: 2,
    rest: 4,
  });
  return [first, ...rest].map(paint.faint);
}

export function commitNoteLines({ notes }: CommitReport, canvas: Canvas): string[] {
  return notes.flatMap((note) => messageLines([visible(note)], canvas));
}
