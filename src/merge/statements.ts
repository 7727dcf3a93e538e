// Statements: the facts in a roadmap about each topic and task, by name and field, for comparison.

import { dayKinds } from "../model/columns.js";
import { plainText } from "../model/inline-text.js";
import { cellText, cellTexts, columnsText, type Roadmap, type Task, type Topic } from "../model/roadmap.js";
import { groupBy } from "../text/arrays.js";
import { textAt } from "../text/edit.js";
import { endOfLine } from "../text/lines.js";
import { lazy, memoize } from "../text/memoize.js";
import { fold } from "../text/normalize.js";
import { headingsAbove } from "./headings.js";

export interface Statement {
  /** The lookup key: without case, whitespace and Markdown. */
  readonly name: string;
  /** As written in the file. */
  readonly title: string;
  /** The whole text as in the file; equal texts in the same kind of table have the same fields. */
  readonly text: string;
  readonly fields: ReadonlyMap<string, string>;
  /** The meaning of those fields, according to the words and dates of the file. */
  readonly meaning: ReadonlyMap<string, string>;
  /** The headings above it, the nearest one first. */
  readonly headings: readonly string[];
  /** The name of its parent task. */
  readonly parent: string;
}

/** All that share a name, in file order. */
export type ByName = ReadonlyMap<string, readonly Statement[]>;

const topicsOf = memoize((roadmap: Roadmap) => {
  const headingsAt = headingsAbove(roadmap);
  return roadmap.topics.map((topic): Statement => {
    const fields = lazy(() => new Map([...cellTexts(roadmap, topic)].filter(([column]) => column !== "topic")));
    const meaning = lazy(() => meaningOf(topic));
    return {
      name: fold(topic.name),
      text: `${columnsText(roadmap.text, topic.table)}\n${textAt(roadmap.text, topic.row)}`,
      get title() {
        return cellText(roadmap, topic, "topic");
      },
      get fields() {
        return fields();
      },
      get meaning() {
        return meaning();
      },
      headings: headingsAt(topic.row.start),
      parent: "",
    };
  });
});

/** A status that only follows from dates was not written by anyone, and a heading is not a field. */
function meaningOf(topic: Topic): ReadonlyMap<string, string> {
  const { status, isStatusWritten, phase, table } = topic;
  return new Map([
    ["status", isStatusWritten ? status : ""],
    ...dayKinds.map((kind): [string, string] => [kind, topic[kind] ?? ""]),
    ["phase", table.columns.has("phase") ? fold(phase?.label ?? "") : ""],
  ]);
}

const tasksOf = memoize((roadmap: Roadmap) => {
  const headingsAt = headingsAbove(roadmap);
  return roadmap.tasks.map((task): Statement => {
    const title = plainText(wordsOf(roadmap, task));
    return {
      name: fold(title),
      title,
      text: textAt(roadmap.text, { start: task.mark.start, end: endOfLine(roadmap.text, task.mark.end) }),
      fields: new Map([["mark", textAt(roadmap.text, task.mark).toLowerCase().trim()]]),
      meaning: new Map([["mark", task.status]]),
      headings: headingsAt(task.mark.start),
      parent: fold(task.parent?.name ?? ""),
    };
  });
});

export const topicsAndTasks = memoize((roadmap: Roadmap) => [...topicsOf(roadmap), ...tasksOf(roadmap)]);

export const topicsByName = memoize((roadmap: Roadmap) => byName(topicsOf(roadmap)));

export const tasksByName = memoize((roadmap: Roadmap) => byName(tasksOf(roadmap)));

/** By headings and name, to distinguish equal names. */
export const topicsInPlace = memoize((roadmap: Roadmap) => byName(topicsOf(roadmap).map(inPlace)));

/** By headings, parent task and name. */
export const tasksInPlace = memoize((roadmap: Roadmap) => byName(tasksOf(roadmap).map(inPlace)));

function inPlace(statement: Statement): Statement {
  return { ...statement, name: [...statement.headings, statement.parent, statement.name].join("\n") };
}

/** Every text in a cell or a mark, and every name. */
export const textsIn = memoize(
  (roadmap: Roadmap) => new Set(topicsAndTasks(roadmap).flatMap(({ fields, title }) => [title, ...fields.values()])),
);

function byName(statements: readonly Statement[]): ByName {
  return groupBy(statements, ({ name }) => name);
}

/** The words in its first line: the lines below it are lines of their own. */
function wordsOf({ text }: Roadmap, { mark }: Task): string {
  return text.slice(mark.end + 1, endOfLine(text, mark.end));
}
