// Statements: what a roadmap says of each topic and task, by name and field, to be compared with what another says.

import { plainText } from "../model/cell-text.js";
import type { Roadmap, Task } from "../model/roadmap.js";
import { cellTexts } from "../model/row-cells.js";
import { fold } from "../text/fold.js";
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

/** By name alone. */
export function topicStatements(roadmap: Roadmap): Statement[] {
  return roadmap.topics.map((topic) => {
    const cells = cellTexts(roadmap, topic);
    const fields = new Map([...cells].filter(([column]) => column !== "topic"));
    return { name: fold(topic.name), title: cells.get("topic") ?? "", fields, place: new Map() };
  });
}

/** By the number of the table and name: those that only share a name are told apart. */
export function topicStatementsInPlace(roadmap: Roadmap): Statement[] {
  const numbers = new Map(roadmap.tables.map((table, index) => [table, index]));
  return topicStatements(roadmap).map((statement, index) => {
    const table = roadmap.topics[index]?.table;
    return { ...statement, name: `${table && numbers.get(table)}\n${statement.name}` };
  });
}

/** By name alone. */
export function taskStatements(roadmap: Roadmap): Statement[] {
  return roadmap.tasks.map((task) => ({
    name: wordsOf(roadmap, task),
    title: wordsOf(roadmap, task),
    fields: markOf(roadmap, task),
    place: new Map([
      ["heading", fold(task.phase?.label ?? "")],
      ["task above", fold(task.parent?.name ?? "")],
    ]),
  }));
}

/** By heading, task around it, and name: those that only share a name are told apart. */
export function taskStatementsInPlace(roadmap: Roadmap): Statement[] {
  return roadmap.tasks.map((task) => ({
    name: `${fold(task.phase?.label ?? "")}\n${fold(task.parent?.name ?? "")}\n${wordsOf(roadmap, task)}`,
    title: wordsOf(roadmap, task),
    fields: markOf(roadmap, task),
    place: new Map(),
  }));
}

function markOf({ text }: Roadmap, { mark }: Task): Map<string, string> {
  return new Map([["mark", textAt(text, mark).toLowerCase().trim()]]);
}

/** Its first line: what stands below it are lines of their own. */
function wordsOf({ text }: Roadmap, { mark }: Task): string {
  const ending = /[\r\n]/g;
  ending.lastIndex = mark.end;
  return fold(plainText(text.slice(mark.end + 1, ending.exec(text)?.index ?? text.length)));
}
