// Verification of structural edits: a new text must contain what was requested, and everything else unchanged.

import { cellTextAt, type Heading, type ListItem, type Row, type Table } from "../model/blocks.js";
import { columnsRefusal } from "../model/columns-refusal.js";
import { UserError } from "../model/errors.js";
import { plainText } from "../model/inline-text.js";
import { checkMeaning, isSameMeaning, meaningOf } from "../model/meaning.js";
import type { Roadmap, Topic } from "../model/roadmap.js";
import { textAt } from "../text/edit.js";
import {
  type Addition,
  type ColumnDelta,
  type Created,
  type CreatedThings,
  isAddition,
  listAfter,
  type NewHeading,
  type NewItem,
  type NewTable,
  type NewTopic,
  type ResultColumn,
  type StructuralEdit,
} from "./structural-edit.js";
import { verifyKeptDependencies } from "./verify-dependencies.js";
import {
  snapshotsOf,
  verifyBlocks,
  verifyDelta,
  verifyLinkDefinitions,
  wouldBeAbsorbed,
  wouldReadDifferently,
} from "./verify-surroundings.js";
import { verifyTopicRows } from "./verify-topic-rows.js";

/**
 * Compares the roadmap read from the new text with the old one, element by element.
 * @throws UserError if the change would alter how other topics are read (a legend, the order of dates), or how
 * surrounding text is read: a list may be all that separates two paragraphs
 */
export function verifyStructuralEdits(
  before: Roadmap,
  after: Roadmap,
  structuralEdits: readonly StructuralEdit[],
): CreatedThings {
  const snapshots = snapshotsOf(before, after, structuralEdits);
  verifyBlocks(snapshots, structuralEdits);
  refuseOtherColumns(before, after, structuralEdits);
  const topicsAfter = listAfter(
    before.topics,
    structuralEdits.flatMap((edit) => edit.topics ?? []),
  );
  const expected = topicsAfter.map((topic) =>
    isAddition(topic) ? { topic: null, name: topic.what.means.name ?? "" } : { topic, name: topic.name },
  );
  verifyTopicRows(expected, after);
  const versions = {
    before,
    after,
    columns: new Map(structuralEdits.flatMap(({ columns }) => (columns ? [[columns.table, columns.now]] : []))),
    renamed: new Map(structuralEdits.flatMap(({ renamedPhase }) => (renamedPhase ? [renamedPhase] : []))),
  };
  const headings = structuralEdits.flatMap((edit) => edit.headings ?? []);
  const items = structuralEdits.flatMap((edit) => edit.items ?? []);
  const tables = structuralEdits.flatMap((edit) => edit.tables ?? []);
  const created = new Map<object, Created>([
    ...compareLists(listAfter(before.blocks.headings, headings), after.blocks.headings, headingCheck(versions)),
    ...compareLists(topicsAfter, after.topics, topicCheck(versions)),
    ...compareLists(listAfter(before.blocks.items, items), after.blocks.items, itemCheck(versions)),
    ...(tables.length === 0
      ? []
      : compareLists(listAfter(before.blocks.tables, tables), after.blocks.tables, tableCheck(versions))),
  ]);
  const kept = keptTopics(topicsAfter, after.topics);
  verifyKeptDependencies(before, after, (topic) => kept.get(topic));
  verifyDelta(snapshots, structuralEdits, created);
  verifyLinkDefinitions(snapshots);
  for (const { columns } of structuralEdits) if (columns) verifyColumns(versions, columns);
  return created;
}

/** @throws UserError if a column would be read as something else */
function refuseOtherColumns(before: Roadmap, after: Roadmap, structuralEdits: readonly StructuralEdit[]): void {
  const expected = listAfter(
    before.blocks.tables,
    structuralEdits.flatMap(({ tables }) => tables ?? []),
  );
  if (expected.length !== after.blocks.tables.length) return;
  const tables = new Map<object, Table | undefined>(
    expected.map((table, index) => [table, after.blocks.tables[index]]),
  );
  const refusal = columnsRefusal({ before, after, tableAfter: (table) => tables.get(table), cause: "the change" });
  if (refusal) throw refusal;
}

function keptTopics(
  expected: readonly (Topic | Addition<Topic, NewTopic>)[],
  now: readonly Topic[],
): ReadonlyMap<Topic, Topic> {
  return new Map(
    expected.flatMap((topic, index): [Topic, Topic][] => {
      const same = now[index];
      return same && !isAddition(topic) ? [[topic, same]] : [];
    }),
  );
}

interface Versions {
  readonly before: Roadmap;
  readonly after: Roadmap;
  /** The expected columns of each table whose columns change. */
  readonly columns: ReadonlyMap<Table, readonly ResultColumn[]>;
  /** New labels of renamed phases, by the old label. */
  readonly renamed: ReadonlyMap<string, string>;
}

interface ListCheck<Old, New> {
  readonly kind: string;
  readonly isKept: (old: Old, now: Old) => boolean;
  readonly isCreated: (what: New, now: Old) => boolean;
}

/** Returns the added elements, each with its counterpart in the new text. */
function compareLists<Old extends object, New>(
  expected: readonly (Old | Addition<Old, New>)[],
  now: readonly Old[],
  { kind, isKept, isCreated }: ListCheck<Old, New>,
): [object, Old][] {
  if (expected.length !== now.length)
    throw wouldReadDifferently(`there would be ${now.length} ${kind}s instead of ${expected.length}`);
  return expected.flatMap((element, index): [object, Old][] => {
    const actual = now[index];
    if (!actual) throw wouldReadDifferently(`${kind} ${index + 1} would be lost`);
    if (isAddition(element)) {
      if (isCreated(element.what, actual)) return [[element, actual]];
      throw wouldReadDifferently(`${kind} ${index + 1} would not be the requested one`);
    }
    if (isKept(element, actual)) return [];
    throw wouldReadDifferently(`${kind} ${index + 1} would change`);
  });
}

/** Rows are compared as topics and as blocks. */
function tableCheck({ before, after }: Versions): ListCheck<Table, NewTable> {
  const [then, now] = [before, after].map(({ tables }) => new Set(tables.map(({ table }) => table)));
  return {
    kind: "table",
    isKept: (old, actual) => then?.has(old) === now?.has(actual),
    isCreated: ({ headers }, actual) => {
      const isRequested =
        actual.alignments.length === headers.length &&
        headers.every((header, column) => cellTextAt(after.text, actual.header, column) === header);
      if (isRequested && !now?.has(actual)) throw notTracked(headers);
      return isRequested;
    },
  };
}

function notTracked(headers: readonly string[]): UserError {
  return new UserError(
    "COLUMN_MISSING",
    `a table with the columns ${headers.map((header) => `"${plainText(header)}"`).join(", ")} is not a topic table`,
    "it needs a column of topics, and one of statuses, dates or proof: `roadmap add table --columns topic,status`",
  );
}

function headingCheck({ before, after }: Versions): ListCheck<Heading, NewHeading> {
  const headingKey = ({ text }: Roadmap, { depth, content }: Heading) => `${depth} ${textAt(text, content)}`;
  return {
    kind: "heading",
    isKept: (old, now) => headingKey(before, old) === headingKey(after, now),
    isCreated: ({ depth, content, lead }, now) =>
      headingKey(after, now) === `${depth} ${content}` && after.text.slice(0, now.span.start).endsWith(lead),
  };
}

function itemCheck({ before, after, renamed }: Versions): ListCheck<ListItem, NewItem> {
  const [then, now] = [itemsOf(before), itemsOf(after)];
  return {
    kind: "list item",
    isKept: (old, actual) => {
      const [was, is] = [then.get(old), now.get(actual)];
      return was?.phase === is?.phase || renamed.get(was?.phase ?? "") === is?.phase;
    },
    isCreated: (item, actual) => {
      const is = now.get(actual);
      if (!is || onOneLine(item.content) !== onOneLine(is.content)) return false;
      if (item.depth !== is.depth) throw wouldBeAbsorbed(item.content);
      return item.phase === is.phase;
    },
  };
}

/** An item moved into another item is indented differently. */
function onOneLine(content: string): string {
  return content.replace(/[\r\n][\s>]*/g, "\n");
}

/** The text and place of each list item; only tasks have a phase. */
function itemsOf({ text, blocks: { items }, tasks }: Roadmap): ReadonlyMap<ListItem, NewItem> {
  const phases = new Map(tasks.map(({ span, phase }) => [span.start, phase?.label ?? null]));
  const described = new Map<ListItem, NewItem>();
  for (const item of items) {
    const parent = items[item.parent];
    described.set(item, {
      content: item.content ? textAt(text, item.content) : "",
      depth: parent ? (described.get(parent)?.depth ?? 0) + 1 : 0,
      phase: phases.get(item.span.start) ?? null,
    });
  }
  return described;
}

function topicCheck({ before, after, columns, renamed }: Versions): ListCheck<Topic, NewTopic> {
  const isSameRow = (old: Topic, now: Topic) =>
    columns.get(old.table.table)?.every(({ from, cells }, index) => {
      const was = from === null ? (cells?.get(old.row) ?? "") : cellTextAt(before.text, old.row, from);
      return cellTextAt(after.text, now.row, index) === was;
    }) ?? textAt(before.text, old.row) === textAt(after.text, now.row);
  return {
    kind: "topic",
    isKept: (old, now) => {
      if (!isSameRow(old, now)) return false;
      if (isSameMeaning(old, now)) return true;
      const meaning = meaningOf(old);
      const expected = { ...meaning, phase: renamed.get(meaning.phase ?? "") ?? meaning.phase };
      checkMeaning(expected, { roadmap: before, topic: old }, { roadmap: after, topic: now });
      return true;
    },
    isCreated: ({ cells, means }, now) => {
      const hasEqualCells = now.table.table.alignments.every(
        (_, column) => cellTextAt(after.text, now.row, column) === (cells.get(column) ?? ""),
      );
      const createdTopic = { roadmap: after, topic: now };
      if (hasEqualCells) checkMeaning(means, createdTopic, createdTopic);
      return hasEqualCells;
    },
  };
}

/** Every row must keep its text in each column; a new column has the requested texts. */
function verifyColumns({ before, after }: Versions, { table, now }: ColumnDelta): void {
  const tableNow = after.blocks.tables[before.blocks.tables.indexOf(table)];
  const isSame =
    tableNow?.alignments.length === now.length &&
    now.every(({ from, header, cells }, column) => {
      const was = (row: Row) => (from === null ? (cells?.get(row) ?? "") : cellTextAt(before.text, row, from));
      const is = (row: Row | undefined) => row && cellTextAt(after.text, row, column);
      return (
        tableNow.alignments[column] === (from === null ? null : table.alignments[from]) &&
        is(tableNow.header) === (header ?? was(table.header)) &&
        table.rows.every((row, index) => is(tableNow.rows[index]) === was(row))
      );
    });
  if (!isSame) throw wouldReadDifferently("the table would not have the requested columns");
}
