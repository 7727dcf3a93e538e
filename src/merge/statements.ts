// Statements: what a roadmap says of each topic and task, by name and field, to be compared with what another says.

import { plainText } from "../model/cell-text.js";
import type { Roadmap, Task, Topic } from "../model/roadmap.js";
import { cellTexts } from "../model/row-cells.js";
import { fold } from "../text/fold.js";
import { groupBy } from "../text/group-by.js";
import { endOfLine } from "../text/line-span.js";
import { textAt } from "../text/span.js";
import { headingsAbove } from "./headings.js";

export interface Statement {
  /** What it is looked up by: without case, blanks and Markdown. */
  readonly name: string;
  /** As the file writes it. */
  readonly title: string;
  readonly fields: ReadonlyMap<string, string>;
  /** What the fields of those names mean, by the words and dates of the file. */
  readonly meaning: ReadonlyMap<string, string>;
  /** The headings it stands under, the nearest one first. */
  readonly headings: readonly string[];
  /** The name of the task it stands under. */
  readonly parent: string;
}

/** All that share a name, in file order. */
export type ByName = ReadonlyMap<string, readonly Statement[]>;

const topicsOf = oncePerRoadmap((roadmap) => {
  const headingsAt = headingsAbove(roadmap);
  return roadmap.topics.map((topic): Statement => {
    const fields = new Map(cellTexts(roadmap, topic));
    const title = fields.get("topic") ?? "";
    fields.delete("topic");
    const headings = headingsAt(topic.row.start);
    return { name: fold(topic.name), title, fields, meaning: meaningOf(topic), headings, parent: "" };
  });
});

/** A state that only follows from dates is none that somebody has written, and a heading is no field. */
function meaningOf({ status, isStatusWritten, started, finished, phase, table }: Topic): ReadonlyMap<string, string> {
  return new Map([
    ["status", isStatusWritten ? status : ""],
    ["started", started ?? ""],
    ["finished", finished ?? ""],
    ["phase", table.columns.has("phase") ? fold(phase?.label ?? "") : ""],
  ]);
}

const tasksOf = oncePerRoadmap((roadmap) => {
  const headingsAt = headingsAbove(roadmap);
  return roadmap.tasks.map((task): Statement => {
    const title = plainText(wordsOf(roadmap, task));
    return {
      name: fold(title),
      title,
      fields: new Map([["mark", textAt(roadmap.text, task.mark).toLowerCase().trim()]]),
      meaning: new Map([["mark", task.status]]),
      headings: headingsAt(task.mark.start),
      parent: fold(task.parent?.name ?? ""),
    };
  });
});

export const topicsAndTasks = oncePerRoadmap((roadmap) => [...topicsOf(roadmap), ...tasksOf(roadmap)]);

export const topicsByName = oncePerRoadmap((roadmap) => byName(topicsOf(roadmap)));

export const tasksByName = oncePerRoadmap((roadmap) => byName(tasksOf(roadmap)));

/** By headings and name: those that only share a name are told apart. */
export const topicsInPlace = oncePerRoadmap((roadmap) => byName(topicsOf(roadmap).map(inPlace)));

/** By headings, task around it, and name. */
export const tasksInPlace = oncePerRoadmap((roadmap) => byName(tasksOf(roadmap).map(inPlace)));

function inPlace(statement: Statement): Statement {
  return { ...statement, name: [...statement.headings, statement.parent, statement.name].join("\n") };
}

/** How often each text stands in a cell, a mark, or as a task. */
export const textCounts = oncePerRoadmap((roadmap) => {
  const counts = new Map<string, number>();
  for (const { fields, title } of topicsAndTasks(roadmap))
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
  return text.slice(mark.end + 1, endOfLine(text, mark.end));
}
