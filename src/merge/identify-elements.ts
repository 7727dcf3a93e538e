// Identified elements: which lines, tasks and tables of three documents correspond.

import { lazy } from "../text/memoize.js";
import { type Document, type Element, slotText, type TableBlock, type TaskLine } from "./document.js";
import { mapVersions, type Side, type Version, type Versions } from "./hunks.js";
import {
  assignStableIds,
  inverse,
  matchVersions,
  type Partners,
  type Renamable,
  type StableIds,
  taskRenameRules,
} from "./identify.js";
import { withoutReplaced } from "./merge-task.js";
import { isReworded, nameWords } from "./reworded-names.js";
import type { Sequences } from "./three-way-alignment.js";

/** Maps the elements of three documents to numbers, and back. */
export interface IdentifiedElements {
  /** Tasks and tables from 0 on; lines below 0. */
  readonly sequences: Sequences;
  elementIn(version: Version, number: number): Element | null;
  /** Whether that side may have put another task in its place. */
  isDoubtful(side: Side, number: number): boolean;
}

/** The elements of one kind that a document has, with their positions. */
export interface IdentifiedThings<Kind extends Element> {
  readonly things: readonly Kind[];
  readonly places: readonly number[];
}

export function identifyElements(documents: Versions<Document>): IdentifiedElements {
  const tasks = mapVersions(documents, (document) => findAll(document, isTask));
  const tables = mapVersions(documents, (document) => findAll(document, isTable));
  const taskNumbers = identifyTasks(documents, tasks);
  const tableNumbers = identifyTables(mapVersions(tables, ({ things }) => things));
  const texts = new Map<string, number>();
  // Tasks get even numbers, tables odd ones.
  const sequenceOf = (version: Version) => {
    const sequence = documents[version].elements.map((element) =>
      element.kind === "line" ? numberOfText(texts, element.line.text) : 0,
    );
    tasks[version].places.forEach((place, index) => {
      sequence[place] = 2 * (taskNumbers.ids[version][index] ?? 0);
    });
    tables[version].places.forEach((place, index) => {
      sequence[place] = 2 * (tableNumbers.ids[version][index] ?? 0) + 1;
    });
    return sequence;
  };
  return {
    sequences: { base: sequenceOf("base"), ours: sequenceOf("ours"), theirs: sequenceOf("theirs") },
    elementIn(version, number) {
      const [elements, numbers] = number % 2 === 0 ? [tasks, taskNumbers] : [tables, tableNumbers];
      return elements[version].things[numbers.indexOf(version, number >> 1)] ?? null;
    },
    isDoubtful: (side, number) => number % 2 === 0 && taskNumbers.isDoubtful(side, number >> 1),
  };
}

function numberOfText(texts: Map<string, number>, text: string): number {
  const known = texts.get(text) ?? -1 - texts.size;
  texts.set(text, known);
  return known;
}

function isTask(element: Element): element is TaskLine {
  return element.kind === "task";
}

function isTable(element: Element): element is TableBlock {
  return element.kind === "table";
}

function findAll<Kind extends Element>(
  { elements }: Document,
  isKind: (element: Element) => element is Kind,
): IdentifiedThings<Kind> {
  const things: Kind[] = [];
  const places: number[] = [];
  elements.forEach((element, place) => {
    if (!isKind(element)) return;
    things.push(element);
    places.push(place);
  });
  return { things, places };
}

function identifyTasks(documents: Versions<Document>, tasks: Versions<IdentifiedThings<TaskLine>>): StableIds {
  const described = mapVersions(tasks, ({ things }) => things.map(describeTask));
  return assignStableIds(
    withoutReplaced(
      matchVersions(described, () => taskRenameRules),
      { documents, tasks },
    ),
  );
}

function describeTask(task: TaskLine): Renamable {
  return {
    name: () => task.key,
    title: lazy(() => nameWords(task.title)),
    text: task.line.text.trim(),
    context: task.context,
    group: task.section,
    others: () => noCells,
  };
}

const noCells: ReadonlyMap<string, string> = new Map();

// Which topic tables of three documents correspond, by their topics and the headings above them.

function identifyTables(tables: Versions<readonly TableBlock[]>): StableIds {
  const { base, ours, theirs } = tables;
  const [toOurs, toTheirs] = [matchTables(base, ours), matchTables(base, theirs)];
  const [inOurs, inTheirs] = [inverse(toOurs), inverse(toTheirs)];
  const added = pairInPlace({
    before: { tables: ours, anchors: ours.map((_, index) => onlyIn(toTheirs, inOurs.get(index))) },
    after: { tables: theirs, anchors: theirs.map((_, index) => onlyIn(toOurs, inTheirs.get(index))) },
    isFree: { before: (index) => !inOurs.has(index), after: (index) => !inTheirs.has(index) },
    isSame: (one, other) => hasSameHeadings(one, other) && (hasSimilarHeader(one, other) || sharesTopic(one, other)),
  });
  const doubtful = { ours: new Set<number>(), theirs: new Set<number>() };
  return assignStableIds({ counts: mapVersions(tables, ({ length }) => length), toOurs, toTheirs, added, doubtful });
}

function onlyIn(partners: Partners, index: number | undefined): number | undefined {
  return index !== undefined && partners.has(index) ? index : undefined;
}

/**
 * Tables that share the most topics correspond; if several do, those under the same headings. Tables without shared
 * topics correspond only in the same place, under the same heading, with similar headers, because all tables of a file
 * may have the same header.
 */
function matchTables(before: readonly TableBlock[], after: readonly TableBlock[]): Partners {
  // Most files have a single table, which was not moved.
  const [[one], [other]] = [before, after];
  if (one && other && before.length === 1 && after.length === 1 && hasSameHeadings(one, other))
    if (sharesTopic(one, other)) return new Map([[0, 0]]);
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  for (const { from, to } of sharedTopics(before, after)) {
    if (partners.has(from) || taken.has(to)) continue;
    partners.set(from, to);
    taken.add(to);
  }
  const origins = inverse(partners);
  const more = pairInPlace({
    before: { tables: before, anchors: before.map((_, index) => (partners.has(index) ? index : undefined)) },
    after: { tables: after, anchors: after.map((_, index) => origins.get(index)) },
    isFree: { before: (index) => !partners.has(index), after: (index) => !taken.has(index) },
    isSame: (one, other) => hasSimilarHeading(one, other) && hasSimilarHeader(one, other),
  });
  return new Map([...partners, ...more]);
}

interface Pairing {
  readonly before: AnchoredTables;
  readonly after: AnchoredTables;
  readonly isFree: Readonly<Record<"before" | "after", (index: number) => boolean>>;
  readonly isSame: (one: TableBlock, other: TableBlock) => boolean;
}

interface AnchoredTables {
  readonly tables: readonly TableBlock[];
  /** The number of each table that both versions have. */
  readonly anchors: readonly (number | undefined)[];
}

/** Pairs unmatched tables that are between the same tables. */
function pairInPlace({ before, after, isFree, isSame }: Pairing): Map<number, number> {
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  const [placesBefore, placesAfter] = [placesIn(before.anchors), placesIn(after.anchors)];
  before.tables.forEach((table, from) => {
    if (!isFree.before(from)) return;
    const to = after.tables.findIndex((other, index) => {
      const isSamePlace = placesBefore[from] === placesAfter[index];
      return isSamePlace && isFree.after(index) && !taken.has(index) && isSame(table, other);
    });
    if (to < 0) return;
    partners.set(from, to);
    taken.add(to);
  });
  return partners;
}

/** The nearest anchors above and below. */
function placesIn(anchors: readonly (number | undefined)[]): string[] {
  let above = "top";
  const places = anchors.map((anchor) => {
    const place = above;
    if (anchor !== undefined) above = String(anchor);
    return place;
  });
  let below = "end";
  for (let index = anchors.length - 1; index >= 0; index--) {
    places[index] = `${places[index]} ${below}`;
    if (anchors[index] !== undefined) below = String(anchors[index]);
  }
  return places;
}

function hasSimilarHeading({ headings: [one = ""] }: TableBlock, { headings: [other = ""] }: TableBlock): boolean {
  return one === other || isReworded(one, other);
}

function hasSameHeadings(one: TableBlock, other: TableBlock): boolean {
  return one.headings.join("\n") === other.headings.join("\n");
}

function sharesTopic(one: TableBlock, other: TableBlock): boolean {
  const keys = new Set(one.rows.map(({ key }) => key));
  return other.rows.some(({ key }) => key !== "" && keys.has(key));
}

/** At least half of the columns of both have the same header. */
function hasSimilarHeader(one: TableBlock, other: TableBlock): boolean {
  const [columns, others] = [one, other].map(({ header }) => new Set(header.parts.slots.map(slotText)));
  if (!columns || !others) return false;
  const shared = [...columns].filter((column) => others.has(column)).length;
  return shared * 2 >= Math.max(columns.size, others.size);
}

interface Shared {
  readonly from: number;
  readonly to: number;
  readonly similarity: number;
}

/** Tables that share topics, the most similar first. */
function sharedTopics(before: readonly TableBlock[], after: readonly TableBlock[]): Shared[] {
  const [inBefore, inAfter] = [tablesByTopic(before), tablesByTopic(after)];
  return before
    .flatMap((table, from) => {
      const isEmptied = after.some((other) => other.rows.length === 0 && hasSameHeadings(table, other));
      const keys = [...new Set(table.rows.map(({ key }) => key))];
      const candidates = new Set(keys.flatMap((key) => [...(inAfter.get(key) ?? [])]));
      return [...candidates].flatMap((to): Shared[] => {
        const other = after[to];
        const shared = keys.filter((key) => inAfter.get(key)?.has(to));
        const own = shared.filter((key) => inBefore.get(key)?.size === 1 && inAfter.get(key)?.size === 1);
        // A table that is still there without its topics was not moved with them.
        const mayBeSame = other && (!isEmptied || hasSameHeadings(table, other));
        const similarity = mayBeSame ? similarityOf(table, other, { shared: shared.length, own: own.length }) : 0;
        return similarity > 0 ? [{ from, to, similarity }] : [];
      });
    })
    .sort((a, b) => b.similarity - a.similarity || a.from - b.from || a.to - b.to);
}

/**
 * `own`: the topics that no other table has. Others, such as `Project`, are no evidence for a table under another
 * heading.
 */
function similarityOf(one: TableBlock, other: TableBlock, { shared, own }: { shared: number; own: number }): number {
  const isUnderSame = one.headings[0] === other.headings[0];
  if (!isUnderSame && (own === 0 || own * 2 < Math.min(one.rows.length, other.rows.length))) return 0;
  const closeness = hasSameHeadings(one, other) ? 0.5 : isUnderSame ? 0.4 : 0;
  return (2 * own + 0.5 * (shared - own)) / (one.rows.length + other.rows.length) + closeness;
}

function tablesByTopic(tables: readonly TableBlock[]): Map<string, Set<number>> {
  const byTopic = new Map<string, Set<number>>();
  tables.forEach(({ rows }, index) => {
    for (const { key } of rows) {
      if (key === "") continue;
      const known = byTopic.get(key);
      if (known) known.add(index);
      else byTopic.set(key, new Set([index]));
    }
  });
  return byTopic;
}
