// Former names: claims of commits made when another column named the topics, or was not yet of a known kind.

import { normalize } from "../../text/normalize.js";
import { cellTextAt } from "../blocks.js";
import { plainText } from "../inline-text.js";
import { columnNames, type Roadmap, type Topic } from "../roadmap.js";
import { type MessageFinding, trailerName, trailerValue } from "./commit-message.js";
import { topicPairing } from "./match.js";

/**
 * The finding without the claims that name a changed topic by another cell of its row, or a column by its header, and
 * without the changes that they confirm. Each claim confirms one change.
 */
export function withoutFormerNames(
  { claimed, done }: MessageFinding,
  { before, after }: { before: Roadmap; after: Roadmap },
): MessageFinding {
  const open = new Set(done.keys());
  const unconfirmed = [...claimed];
  for (const row of changedRows(before, after)) {
    for (const index of [...open]) {
      const start = `Topic ${trailerName(row.name)}: `;
      const change = done[index] ?? "";
      if (!change.startsWith(start)) continue;
      const wordings = formerWordings(row, change.slice(start.length));
      const at = unconfirmed.findIndex((claim) => wordings.has(claim));
      if (at < 0) continue;
      unconfirmed.splice(at, 1);
      open.delete(index);
    }
  }
  return { claimed: unconfirmed, done: done.filter((_, index) => open.has(index)) };
}

interface ChangedRow {
  readonly name: string;
  readonly cells: readonly RowCell[];
}

interface RowCell {
  /** Its column: a kind, or the header without case. */
  readonly field: string;
  readonly header: string;
  readonly from: string;
  readonly to: string;
}

function changedRows(before: Roadmap, after: Roadmap): ChangedRow[] {
  const { origins, partners } = topicPairing(before, after);
  const pairs = [
    ...after.topics.map((now, index) => ({ old: before.topics[origins[index] ?? -1], now })),
    ...before.topics.filter((_, index) => partners[index] === -1).map((old) => ({ old, now: undefined })),
  ];
  return pairs.flatMap(({ old, now }) => {
    const cells = rowCells({ roadmap: before, topic: old }, { roadmap: after, topic: now });
    const name = (now ?? old)?.name ?? "";
    return cells.some(({ from, to }) => from !== to) || old?.status !== now?.status ? [{ name, cells }] : [];
  });
}

interface TopicIn {
  readonly roadmap: Roadmap;
  readonly topic: Topic | undefined;
}

function rowCells(old: TopicIn, now: TopicIn): RowCell[] {
  const { roadmap, topic } = now.topic ? now : old;
  if (!topic) return [];
  const { table } = topic;
  return columnNames(roadmap.text, table).map((field, index) => ({
    field,
    header: normalize(plainText(cellTextAt(roadmap.text, table.table.header, index))),
    from: textIn(old, field),
    to: textIn(now, field),
  }));
}

function textIn({ roadmap, topic }: TopicIn, field: string): string {
  if (!topic) return "";
  const index = columnNames(roadmap.text, topic.table).indexOf(field);
  return index < 0 ? "" : cellTextAt(roadmap.text, topic.row, index);
}

/** Every claim that this change of the row could have been, depending on which of its cells was its name. */
function formerWordings({ cells }: ChangedRow, change: string): ReadonlySet<string> {
  const topic = cells.find(({ field }) => field === "topic");
  const asHeaders = cells
    .filter((cell) => change === wordingOf(cell.field, cell))
    .map((cell) => wordingOf(cell.header, cell));
  const wordings = new Set<string>();
  for (const cell of cells) {
    const subject = `Topic ${trailerName(plainText(cell.to || cell.from))}`;
    const changes = [change, ...asHeaders, ...(topic && cell !== topic ? asNames(change, topic, cell) : [])];
    for (const wording of changes) wordings.add(`${subject}: ${wording}`);
  }
  return wordings;
}

/** A change of a cell that was the name, or of the name that was an ordinary cell. */
function asNames(change: string, topic: RowCell, name: RowCell): string[] {
  if (change.startsWith("renamed from ")) return [wordingOf(topic.header, topic)];
  if (change !== wordingOf(name.field, name)) return [];
  const isRename = name.from !== "" && name.to !== "";
  return [isRename ? `renamed from ${trailerName(plainText(name.from))}` : wordingOf(topic.header, topic)];
}

function wordingOf(field: string, { from, to }: RowCell): string {
  return `${trailerValue(field)} ${trailerValue(from)} -> ${trailerValue(to)}`;
}
