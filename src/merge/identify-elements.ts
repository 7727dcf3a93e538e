// Identify elements: which lines, tasks and tables of three documents correspond.

import { lazy } from "../text/memoize.js";
import type { Document, Element, TableBlock, TaskLine } from "./document.js";
import { type Identities, identify } from "./identities.js";
import { identifyTables } from "./match-tables.js";
import { matchVersions } from "./match-versions.js";
import { nameWords } from "./near-certain.js";
import { mapVersions, type Side, type Version, type Versions } from "./pieces.js";
import type { Sequences } from "./regions.js";
import { type Renamable, taskJudge } from "./rename.js";
import { withoutReplaced } from "./replaced-tasks.js";

/** Maps the elements of three documents to numbers, and back. */
export interface IdentifiedElements {
  /** Tasks and tables from 0 on; lines below 0. */
  readonly sequences: Sequences;
  elementIn(version: Version, number: number): Element | null;
  /** Whether that side may have put another task in its place. */
  isDoubtful(side: Side, number: number): boolean;
}

/** The elements of one kind that a document has, with their positions. */
export interface Found<Kind extends Element> {
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

function identifyTasks(documents: Versions<Document>, tasks: Versions<Found<TaskLine>>): Identities {
  const described = mapVersions(tasks, ({ things }) => things.map(describeTask));
  return identify(
    withoutReplaced(
      matchVersions(described, () => taskJudge),
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
