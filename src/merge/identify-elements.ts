// Identify elements: which lines, tasks and tables of three documents are the same.

import type { Described } from "../model/match.js";
import type { Document, Element, TableBlock, TaskLine } from "./document.js";
import { type Identities, identify } from "./identities.js";
import { matchVersions, type Partners } from "./match-versions.js";
import { mapVersions, type Version, type Versions } from "./pieces.js";
import type { Sequences } from "./regions.js";
import { isReworded } from "./rename.js";
import { slotText } from "./row-line.js";

/** The elements of three documents as numbers, and back. */
export interface IdentifiedElements {
  /** Tasks and tables from 0 on; lines below 0. */
  readonly sequences: Sequences;
  elementIn(version: Version, number: number): Element | null;
}

/** What is found by its identity in a document: its elements of one kind, and where they stand. */
interface Found<Kind extends Element> {
  readonly things: readonly Kind[];
  readonly places: readonly number[];
}

export function identifyElements(documents: Versions<Document>): IdentifiedElements {
  const tasks = mapVersions(documents, (document) => findAll(document, isTask));
  const tables = mapVersions(documents, (document) => findAll(document, isTable));
  const taskNumbers = identifyTasks(mapVersions(tasks, ({ things }) => things));
  const tableNumbers = identifyTables(mapVersions(tables, ({ things }) => things));
  const texts = new Map<string, number>();
  // Tasks have even numbers, tables odd ones.
  const sequenceOf = (version: Version) => {
    const sequence = documents[version].elements.map((element) =>
      element.kind === "line" ? numberOfText(texts, element.line.text) : 0,
    );
    tasks[version].places.forEach((place, index) => {
      sequence[place] = 2 * (taskNumbers.numbers[version][index] ?? 0);
    });
    tables[version].places.forEach((place, index) => {
      sequence[place] = 2 * (tableNumbers.numbers[version][index] ?? 0) + 1;
    });
    return sequence;
  };
  return {
    sequences: { base: sequenceOf("base"), ours: sequenceOf("ours"), theirs: sequenceOf("theirs") },
    elementIn(version, number) {
      const [found, numbers] = number % 2 === 0 ? [tasks, taskNumbers] : [tables, tableNumbers];
      return found[version].things[numbers.indexIn(version, number >> 1)] ?? null;
    },
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
): Found<Kind> {
  const things: Kind[] = [];
  const places: number[] = [];
  elements.forEach((element, place) => {
    if (!isKind(element)) return;
    things.push(element);
    places.push(place);
  });
  return { things, places };
}

function identifyTasks(tasks: Versions<readonly TaskLine[]>): Identities {
  const described = mapVersions(tasks, (all) => all.map(describeTask));
  return identify(matchVersions(described, () => isReworded));
}

function describeTask(task: TaskLine): Described {
  return {
    name: () => task.key,
    text: task.line.text.trim(),
    context: task.context,
    others: () => new Map(),
  };
}

function identifyTables(tables: Versions<readonly TableBlock[]>): Identities {
  const all = mapVersions(tables, (list) => list.map((table, index) => ({ table, index })));
  const toOurs = matchTables(all.base, all.ours);
  const toTheirs = matchTables(all.base, all.theirs);
  const [found, foundTheirs] = [new Set(toOurs.values()), new Set(toTheirs.values())];
  const added = matchTables(
    all.ours.filter(({ index }) => !found.has(index)),
    all.theirs.filter(({ index }) => !foundTheirs.has(index)),
  );
  return identify({ counts: mapVersions(all, ({ length }) => length), toOurs, toTheirs, added });
}

interface Numbered {
  readonly table: TableBlock;
  readonly index: number;
}

/** Tables that share the most topics are each other, of several those under one heading; of those that share none, the first ones left with one header. */
function matchTables(before: readonly Numbered[], after: readonly Numbered[]): Partners {
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (from: number, to: number) => {
    if (partners.has(from) || taken.has(to)) return;
    partners.set(from, to);
    taken.add(to);
  };
  for (const { from, to } of sharedTopics(before, after)) pair(from, to);
  for (const { table, index } of before) {
    const same = after.find((other) => !taken.has(other.index) && headerText(other.table) === headerText(table));
    if (same) pair(index, same.index);
  }
  return partners;
}

function headerText({ header }: TableBlock): string {
  return header.parts.slots.map(slotText).join("|");
}

interface Shared {
  readonly from: number;
  readonly to: number;
  readonly isUnderSameHeading: boolean;
  count: number;
}

/** How many topics each two tables share, the most first. */
function sharedTopics(before: readonly Numbered[], after: readonly Numbered[]): Shared[] {
  const tablesByTopic = new Map<string, Set<number>>();
  for (const { table, index } of after) {
    for (const { key } of table.rows) {
      const known = tablesByTopic.get(key);
      if (known) known.add(index);
      else tablesByTopic.set(key, new Set([index]));
    }
  }
  const shared = new Map<string, Shared>();
  const headings = new Map(after.map(({ table, index }) => [index, table.heading]));
  const share = (from: Numbered, to: number) => {
    const found = shared.get(`${from.index} ${to}`);
    const isUnderSameHeading = headings.get(to) === from.table.heading;
    if (found) found.count++;
    else shared.set(`${from.index} ${to}`, { from: from.index, to, isUnderSameHeading, count: 1 });
  };
  for (const one of before) {
    for (const key of new Set(one.table.rows.map((row) => row.key)))
      for (const to of tablesByTopic.get(key) ?? []) share(one, to);
  }
  const heading = (pair: Shared) => Number(pair.isUnderSameHeading);
  return [...shared.values()].sort(
    (a, b) => b.count - a.count || heading(b) - heading(a) || a.from - b.from || a.to - b.to,
  );
}
