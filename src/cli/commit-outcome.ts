// Commit outcome: the options that request a commit, and the messages about it.

import type { CommitReport } from "../app/commit-change.js";
import { visible } from "../text/visible.js";
import type { Canvas } from "../views/paint.js";
import { messageLines, wrapText } from "../views/wrap.js";
import type { Invocation, OptionDeclaration } from "./command.js";

/** For every command that changes the file. */
export const commitOptions: readonly OptionDeclaration[] = [
  { flags: "--commit", help: "commit this change, but no edits by hand" },
  { flags: "--no-commit", help: "do not commit, even if the front matter says so" },
];

/** Undefined if no option is given: then the front matter decides. */
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
