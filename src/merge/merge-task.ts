// Merge task: merges the line of a task, its mark separately from its words.

import { plainText } from "../model/inline-text.js";
import type { TaskLine } from "./document.js";
import { agreed, type Contest, type Piece, type Versions } from "./pieces.js";
import { lineWithEnding } from "./row-line.js";

/** `replaced`: a side may have put another task in its place, which does not receive the other side's values. */
type Identity = "same" | "replaced";

/** The line of a task that at least one side has; checked by one side and reworded by the other, it is both. */
export function mergeTask({ base, ours, theirs }: Versions<TaskLine | null>, identity: Identity): Piece {
  if (ours && theirs && identity === "same") return mergeBoth({ base, ours, theirs });
  const one = ours ?? theirs;
  if (!one || !base) return lineWithEnding(one?.line);
  const contest: Contest = {
    type: "task",
    name: nameOf(one),
    field: null,
    base: base.line.text,
    ours: ours?.line.text ?? null,
    theirs: theirs?.line.text ?? null,
  };
  return {
    base: lineWithEnding(base.line),
    ours: lineWithEnding(ours?.line),
    theirs: lineWithEnding(theirs?.line),
    contests: [contest],
  };
}

/** Whether the mark or the words changed; the indent follows from its position. */
export function isTaskChanged(before: TaskLine, after: TaskLine): boolean {
  return before.behind !== after.behind || tickOf(before) !== tickOf(after);
}

/** `X` checks off a task just as `x` does. */
function tickOf({ mark }: TaskLine): string {
  return mark.toLowerCase();
}

interface Both {
  readonly base: TaskLine | null;
  readonly ours: TaskLine;
  readonly theirs: TaskLine;
}

function mergeBoth({ base, ours, theirs }: Both): Piece {
  const mark = agreedMark({ base, ours, theirs });
  const behind = agreed({ base: base?.behind ?? null, ours: ours.behind, theirs: theirs.behind });
  const before = agreed({ base: base?.before ?? theirs.before, ours: ours.before, theirs: theirs.before });
  const ending = agreed({ base: base?.line.ending ?? null, ours: ours.line.ending, theirs: theirs.line.ending });
  const lineFor = (own: TaskLine) =>
    `${before ?? ours.before}${mark ?? own.mark}${behind ?? own.behind}${ending ?? ours.line.ending}`;
  if (mark !== null && behind !== null) return lineFor(ours);
  const contest = (field: string, valueIn: (task: TaskLine) => string): Contest => ({
    type: "task",
    name: nameOf(ours),
    field,
    base: base && valueIn(base),
    ours: valueIn(ours),
    theirs: valueIn(theirs),
  });
  const contests = [
    ...(mark === null ? [contest("mark", (task) => task.mark)] : []),
    ...(behind === null ? [contest("text", (task) => wordsOf(task))] : []),
  ];
  return { base: base ? lineFor(base) : "", ours: lineFor(ours), theirs: lineFor(theirs), contests };
}

/** An added task without a mark is open. */
function agreedMark({ base, ours, theirs }: Both): string | null {
  const mark = agreed({ base: base?.mark ?? " ", ours: ours.mark, theirs: theirs.mark });
  if (mark !== null) return mark;
  const tick = agreed({ base: base ? tickOf(base) : " ", ours: tickOf(ours), theirs: tickOf(theirs) });
  return tick === null ? null : tick === tickOf(ours) ? ours.mark : theirs.mark;
}

function wordsOf({ behind }: TaskLine): string {
  return behind.replace(/^\]\s*/, "").trimEnd();
}

function nameOf(task: TaskLine): string {
  return plainText(wordsOf(task));
}
