// Mojibake: text that was read in a wrong encoding.

import type { Blocks } from "../../model/blocks.js";
import { dayKinds } from "../../model/columns.js";
import { UserError } from "../../model/errors.js";
import type { Roadmap, Task, Topic } from "../../model/roadmap.js";
import { partitionPoint } from "../../text/arrays.js";
import { carryingThrough, type Edit, type Span, textAt } from "../../text/edit.js";
import { memoize } from "../../text/memoize.js";
import type { Fix, FixPlan, Page, Rule } from "../rule.js";
import { findMojibake, type Mojibake } from "./find.js";

/**
 * Fix: the original text, first the byte order mark: without its three characters the first line is read differently.
 *
 *     ï»¿# Plan
 *     ### üü° Phase 2 ‚Äì Design
 *   →
 *     # Plan
 *     ### 🟡 Phase 2 – Design
 */
export const mojibake: Rule = {
  code: "TEXT_DAMAGED",
  severity: "warning",
  means: "garbled text (mojibake) from a wrong encoding, like `√©` for `é`",
  find: (page) =>
    mojibakeIn(page).map(({ span, found, original, encoding }) => ({
      span,
      message: `"${found}" should be "${original}" (decoded as ${encoding})`,
      hint: "roadmap doctor --fix --only TEXT_DAMAGED",
    })),
  fix: [fixOf(isByteOrderMark, verifyMark), fixOf((found) => !isByteOrderMark(found), verifySameShape)],
};

/** Found once, for the list and for the fixes. */
const mojibakeIn = memoize((page: Page): readonly Mojibake[] => findMojibake(page.roadmap.text));

function isByteOrderMark({ original }: Mojibake): boolean {
  return original === "\ufeff";
}

type Verify = (before: Page, after: Page, edits: readonly Edit[]) => void;

function fixOf(isWanted: (found: Mojibake) => boolean, verify: Verify): Fix {
  return (page): FixPlan => ({
    edits: mojibakeIn(page)
      .filter(isWanted)
      .map(({ span, original }) => ({ at: span, text: original })),
    verify: (after, made) => verify(page, after, made),
  });
}

/** @throws UserError if a topic or a task would be lost, or read differently */
function verifyMark(before: Page, after: Page, edits: readonly Edit[]): void {
  const carry = carryingThrough(edits);
  const now = new Set(topicsAndTasks(after.roadmap).map((thing) => thingMeaning(thing, spanOfThing(thing).start)));
  const lost = topicsAndTasks(before.roadmap).find(
    (thing) => !now.has(thingMeaning(thing, carry(spanOfThing(thing)).start)),
  );
  if (lost)
    throw new UserError(
      "MEANING_WOULD_CHANGE",
      `the fix would affect how "${lost.name}" is read: without the damaged byte order mark, the first line starts something else`,
      "delete the three characters at the top in an editor, and check what follows",
    );
}

function topicsAndTasks({ topics, tasks }: Roadmap): readonly (Topic | Task)[] {
  return [...topics, ...tasks];
}

function spanOfThing(thing: Topic | Task): Span {
  return "row" in thing ? thing.row : thing.mark;
}

function thingMeaning(thing: Topic | Task, start: number): string {
  const days = "row" in thing ? dayKinds.map((kind) => thing[kind]) : [];
  return JSON.stringify([start, thing.name, thing.status, ...days]);
}

/**
 * Every heading, table, row, cell and list item is where it was. Names, phases and texts may differ where they are
 * edited; a table whose header is fixed may become a topic table.
 * @throws Error if a block is added, lost or moved
 * @throws UserError if a row that no edit touches would be read differently
 */
export function verifySameShape(before: Page, after: Page, edits: readonly Edit[]): void {
  const carry = carryingThrough(edits);
  const expected = shapeOf(before.blocks, before.roadmap.text, carry);
  if (expected !== shapeOf(after.blocks, after.roadmap.text, (span) => span))
    throw new Error("a fix of words changed the blocks of the file");
  const now = new Map(after.roadmap.topics.map((topic) => [topic.row.start, topic]));
  const touched = edits.map(({ at }) => carry(at).start).sort((a, b) => a - b);
  const isTouched = ({ start, end }: Span) =>
    (touched[partitionPoint(touched, (place) => place < start)] ?? Number.POSITIVE_INFINITY) <= end;
  for (const topic of before.roadmap.topics) {
    const other = now.get(carry(topic.row).start);
    if (!other || meaningOf(topic) === meaningOf(other) || isTouched(other.row)) continue;
    throw new UserError(
      "MEANING_WOULD_CHANGE",
      `the fix would affect how "${topic.name}" is read: the damaged text defines what words in this file mean`,
      "define it in the front matter first, under `roadmap: status:` or `roadmap: dates:`",
    );
  }
}

function shapeOf({ headings, tables, items }: Blocks, text: string, carry: (span: Span) => Span): string {
  const place = ({ start, end }: Span) => {
    const { start: from, end: to } = carry({ start, end });
    return `${from}-${to}`;
  };
  return JSON.stringify([
    headings.map(({ depth, span }) => [depth, place(span)]),
    tables.map(({ span, header, rows }) => [place(span), [header, ...rows].map((row) => [row.cellCount, place(row)])]),
    items.map(({ parent, ordered, span, mark }) => [parent, ordered, place(span), mark && textAt(text, mark)]),
  ]);
}

function meaningOf(topic: Topic): string {
  return JSON.stringify([topic.status, ...dayKinds.map((kind) => topic[kind])]);
}
