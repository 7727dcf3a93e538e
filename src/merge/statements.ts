// Statements: what a roadmap says of each topic and task, by name and field, to be compared with what another says.

import { plainText } from "../model/cell-text.js";
import { headingAbove } from "../model/outline.js";
import type { Roadmap, Task, TopicTable } from "../model/roadmap.js";
import { cellTexts } from "../model/row-cells.js";
import { fold } from "../text/fold.js";
import { groupBy } from "../text/group-by.js";
import { endOfLine } from "../text/line-span.js";
import { textAt } from "../text/span.js";

export interface Statement {
  /** What it is looked up by: without case, blanks and Markdown. */
  readonly name: string;
  /** As the file writes it. */
  readonly title: string;
  readonly fields: ReadonlyMap<string, string>;
  /** What it stands under, where that is not one of its own fields. */
  readonly place: ReadonlyMap<string, string>;
}

/** All that share a name, in file order. */
export type ByName = ReadonlyMap<string, readonly Statement[]>;

const topicsOf = oncePerRoadmap((roadmap) => {
  const places = new Map(roadmap.tables.map((table) => [table, tablePlace(roadmap, table)]));
  return roadmap.topics.map((topic): Statement => {
    const fields = new Map(cellTexts(roadmap, topic));
    const title = fields.get("topic") ?? "";
    fields.delete("topic");
    return { name: fold(topic.name), title, fields, place: places.get(topic.table) ?? nowhere };
  });
});

const nowhere: ReadonlyMap<string, string> = new Map();

function tablePlace(roadmap: Roadmap, { table }: TopicTable): ReadonlyMap<string, string> {
  return new Map([["heading", fold(headingAbove(roadmap, table.header.start)?.label ?? "")]]);
}

const tasksOf = oncePerRoadmap((roadmap) =>
  roadmap.tasks.map((task): Statement => {
    const words = wordsOf(roadmap, task);
    const place = new Map([
      ["heading", fold(task.phase?.label ?? "")],
      ["task above", fold(task.parent?.name ?? "")],
    ]);
    const fields = new Map([["mark", textAt(roadmap.text, task.mark).toLowerCase().trim()]]);
    return { name: words, title: words, fields, place };
  }),
);

export const topicsByName = oncePerRoadmap((roadmap) => byName(topicsOf(roadmap)));

export const tasksByName = oncePerRoadmap((roadmap) => byName(tasksOf(roadmap)));

/** By the number of the table and name: those that only share a name are told apart. */
export const topicsInPlace = oncePerRoadmap((roadmap) => {
  const numbers = new Map(roadmap.tables.map((table, index) => [table, index]));
  const statements = topicsOf(roadmap).map((statement, index) => {
    const table = roadmap.topics[index]?.table;
    return { ...statement, name: `${table && numbers.get(table)}\n${statement.name}` };
  });
  return byName(statements);
});

/** By heading, task around it, and name. */
export const tasksInPlace = oncePerRoadmap((roadmap) =>
  byName(
    tasksOf(roadmap).map((task) => ({
      ...task,
      name: [...task.place.values(), task.name].join("\n"),
      place: nowhere,
    })),
  ),
);

/** How often each text stands in a cell, a mark, or as a task. */
export const textCounts = oncePerRoadmap((roadmap) => {
  const counts = new Map<string, number>();
  for (const { fields, title } of [...topicsOf(roadmap), ...tasksOf(roadmap)])
    for (const text of [title, ...fields.values()]) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
});

/** The same roadmap is looked at for every side. */
function oncePerRoadmap<Value extends object>(make: (roadmap: Roadmap) => Value): (roadmap: Roadmap) => Value {
  const known = new WeakMap<Roadmap, Value>();
  return (roadmap) => {
    const found = known.get(roadmap) ?? make(roadmap);
    known.set(roadmap, found);
    return found;
  };
}

function byName(statements: readonly Statement[]): ByName {
  return groupBy(statements, ({ name }) => name);
}

/** Its first line: what stands below it are lines of their own. */
function wordsOf({ text }: Roadmap, { mark }: Task): string {
  return fold(plainText(text.slice(mark.end + 1, endOfLine(text, mark.end))));
}
