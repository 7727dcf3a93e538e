// Other columns: the changes of priorities, dependencies and columns of no known kind.

import { shortName } from "../model/address.js";
import { type ColumnKind, fieldOf } from "../model/columns.js";
import { dependenciesOf, dependencyNames, dependentsOf } from "../model/dependencies.js";
import { UserError } from "../model/errors.js";
import { escapeCell, plainText } from "../model/inline-text.js";
import { nearest } from "../model/nearest.js";
import { addColumnWay } from "../model/next.js";
import { readPercent } from "../model/percent.js";
import { isPriority, spelledPriority } from "../model/priority.js";
import { cellText, columnName, type Roadmap, type Topic } from "../model/roadmap.js";
import type { Status } from "../model/status.js";
import { ways } from "../model/ways.js";
import { foldAccents, normalize } from "../text/normalize.js";
import { headersOf } from "./find-column.js";
import type { CellChange, Change } from "./operation.js";
import type { CellValues } from "./set-cells.js";
import { cellChange, textChange } from "./topic-changes.js";
import { renamedText } from "./typed-text.js";

type OtherValues = Pick<CellValues, "priority" | "dependsOn" | "column">;

/** @throws UserError if a column is missing, or has an option of its own */
export function otherColumnChanges(
  roadmap: Roadmap,
  topic: Topic,
  { priority, dependsOn, column = [] }: OtherValues,
): Change[] {
  return [
    ...(priority === undefined ? [] : [textChange(topic, "priority", spelledPriority(roadmap, topic.table, priority))]),
    ...(dependsOn === undefined ? [] : [textChange(topic, "depends-on", dependsOn)]),
    ...ownColumnChanges(roadmap, topic, column),
  ];
}

function ownColumnChanges(roadmap: Roadmap, topic: Topic, assignments: readonly string[]): Change[] {
  const changes = assignments.map((assignment) => ownColumnChange(roadmap, topic, assignment));
  const repeated = changes.find(({ column }, index) => changes.findIndex((other) => other.column === column) < index);
  if (!repeated) return changes;
  throw new UserError(
    "OPERATION_NOT_UNDERSTOOD",
    `the column "${columnName(roadmap, topic.table, repeated.column)}" is given two values`,
    "use only one of them",
  );
}

function ownColumnChange(roadmap: Roadmap, topic: Topic, assignment: string): CellChange {
  const at = assignment.indexOf("=");
  const [header, text] = [assignment.slice(0, at).trim(), assignment.slice(at + 1)];
  const column = ownColumn(roadmap, topic, { header, text });
  const percent = column === "status" ? readPercent(plainText(text)) : null;
  if (column !== "status" || percent === null) return textChange(topic, column, text);
  return { ...textChange(topic, column, text), means: { status: statusOfPercent(percent) } };
}

function statusOfPercent(percent: number): Status {
  return percent === 100 ? "done" : percent === 0 ? "not-started" : "in-progress";
}

/** The position of the column with that header, counted from 0; or a percentage that serves as the status. */
function ownColumn(
  roadmap: Roadmap,
  topic: Topic,
  { header, text }: { header: string; text: string },
): number | "status" {
  const { table } = topic;
  const headers = headersOf(roadmap, table);
  const wanted = normalize(plainText(header));
  const [index, another] = headers.flatMap((known, column) => (normalize(known) === wanted ? [column] : []));
  const [kind] = [...table.columns].find(([known, column]) => column === (index ?? -1) || known === wanted) ?? [];
  const isPercent = table.statusForm === "percent" && (kind === "status" || wanted === "percent");
  if (isPercent && readPercent(plainText(text)) !== null) return "status";
  if (kind) throw ofKnownKind(roadmap, topic, { kind, header, text });
  if (index === undefined) {
    const [close] = nearest(header, headers);
    const add = addColumnWay(table, header);
    throw new UserError(
      "COLUMN_MISSING",
      `the table of "${topic.name}" has no column "${header}"`,
      close === undefined ? add : ways`did you mean "${close}"? Otherwise run ${add}`,
    );
  }
  if (another === undefined) return index;
  throw new UserError("COLUMN_REPEATED", `the table of "${topic.name}" has two columns "${header}"`, "rename one");
}

interface KnownColumn {
  readonly kind: ColumnKind;
  readonly header: string;
  readonly text: string;
}

function ofKnownKind(roadmap: Roadmap, topic: Topic, { kind, header, text }: KnownColumn): UserError {
  if (kind === "percent") {
    return new UserError(
      "COLUMN_OF_KIND",
      `"${header}" is a percentage next to a status, which roadmap does not write`,
      "change it in an editor: `roadmap edit`",
    );
  }
  const value = { [fieldOf(kind)]: kind === "proof" ? [text] : text };
  return new UserError(
    "COLUMN_OF_KIND",
    `"${header}" is the ${kind} column, which has an option of its own`,
    // A topic that is about to be added has no name to type yet.
    topic.number === 0
      ? `use --${kind === "topic" ? "name" : kind} instead of --column`
      : { operation: "set", input: { topic: shortName(roadmap, topic), ...value } },
  );
}

/** The notes for a priority that does not sort, and for dependencies that are not topics. */
export function unknownValueNotes(roadmap: Roadmap, { priority = "", dependsOn = "" }: OtherValues): string[] {
  const isKnown = priority.trim() === "" || isPriority(plainText(escapeCell(priority)));
  return [
    ...(isKnown ? [] : [`"${priority.trim()}" is not a known priority, such as high or P1; it is sorted last`]),
    ...dependencyNames(roadmap, escapeCell(dependsOn)).flatMap(({ text, topics }) => {
      if (topics.length > 0) return [];
      const names = roadmap.topics.map(({ name }) => name);
      const [close] = nearest(text, names);
      return [`no topic is named "${text}"${close === undefined ? "" : `; did you mean "${close}"?`}`];
    }),
  ];
}

/** The note for dependencies that lead back to the topic itself. */
export function cycleNotes(roadmap: Roadmap, topic: Topic, dependsOn = ""): string[] {
  const reached = new Set(dependencyNames(roadmap, escapeCell(dependsOn)).flatMap(({ topics }) => topics));
  // A loop over a set also visits what is added to it.
  for (const other of reached)
    for (const { topics } of dependenciesOf(roadmap, other)) for (const next of topics) reached.add(next);
  return reached.has(topic) ? [`"${topic.name}" waits for itself now; \`roadmap doctor\` shows how`] : [];
}

/** The changes of the depends-on cells that name a topic, when it gets another name. */
export function dependentChanges(roadmap: Roadmap, topic: Topic, to: string): CellChange[] {
  const name = plainText(escapeCell(to));
  if (foldAccents(name) === foldAccents(topic.name)) return [];
  const raw = plainText(escapeCell(name)) === name ? escapeCell(name) : escapeCell(to);
  return dependentsOf(roadmap, topic).flatMap((dependent) => {
    const names = dependenciesOf(roadmap, dependent);
    const cell = cellText(roadmap, dependent, "depends-on");
    const text = names
      .filter((known) => isOnly(known, topic))
      .reduceRight(
        (after, { start, end }) => after.slice(0, start) + renamedText(after.slice(start, end), raw) + after.slice(end),
        cell,
      );
    if (text === cell) return [];
    return [{ ...cellChange(dependent, "depends-on", text), names: names.flatMap(({ topics }) => topics) }];
  });
}

/** A name that several topics have stays: it names the others too. */
function isOnly({ topics: [only, another] }: { readonly topics: readonly Topic[] }, topic: Topic): boolean {
  return only === topic && another === undefined;
}

/** The note for depends-on cells that name a renamed topic together with others of its former name. */
export function keptNameNotes(roadmap: Roadmap, topic: Topic): string[] {
  const kept = dependentsOf(roadmap, topic).filter((dependent) =>
    dependenciesOf(roadmap, dependent).some((name) => name.topics.includes(topic) && !isOnly(name, topic)),
  );
  return kept.length === 0
    ? []
    : [`${namedTopics(kept)} ${kept.length === 1 ? "depends" : "depend"} on another topic of the old name now`];
}

/** `"REST"`, `"REST" and "SQL"`, `"REST" and 3 others` */
export function namedTopics([first, second, ...others]: readonly Topic[]): string {
  if (!second) return `"${first?.name ?? ""}"`;
  return `"${first?.name}" and ${others.length === 0 ? `"${second.name}"` : `${others.length + 1} others`}`;
}
