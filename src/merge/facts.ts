// Facts: what a roadmap says about each topic and task, by name; and what a side has renamed its headings to.

import { dayKinds } from "../model/columns.js";
import { plainText } from "../model/inline-text.js";
import { labeledHeadings } from "../model/outline.js";
import { cellText, cellTexts, columnsText, type Roadmap, type Task, type Topic } from "../model/roadmap.js";
import { countEach, groupBy } from "../text/arrays.js";
import { textAt } from "../text/edit.js";
import { endOfLine } from "../text/lines.js";
import { lazy, memoize } from "../text/memoize.js";
import { normalize } from "../text/normalize.js";
import { headingsAbove } from "./document.js";
import { isReworded } from "./reworded-names.js";

/** What a roadmap says about one topic or task. */
export interface Facts {
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
export type ByName = ReadonlyMap<string, readonly Facts[]>;

const topicsOf = memoize((roadmap: Roadmap) => {
  const headingsAt = headingsAbove(roadmap);
  return roadmap.topics.map((topic): Facts => {
    const fields = lazy(() => new Map([...cellTexts(roadmap, topic)].filter(([column]) => column !== "topic")));
    const meaning = lazy(() => meaningOf(topic));
    return {
      name: normalize(topic.name),
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
    ["phase", table.columns.has("phase") ? normalize(phase?.label ?? "") : ""],
  ]);
}

const tasksOf = memoize((roadmap: Roadmap) => {
  const headingsAt = headingsAbove(roadmap);
  return roadmap.tasks.map((task): Facts => {
    const title = plainText(wordsOf(roadmap, task));
    return {
      name: normalize(title),
      title,
      text: textAt(roadmap.text, { start: task.mark.start, end: endOfLine(roadmap.text, task.mark.end) }),
      fields: new Map([["mark", textAt(roadmap.text, task.mark).toLowerCase().trim()]]),
      meaning: new Map([["mark", task.status]]),
      headings: headingsAt(task.mark.start),
      parent: normalize(task.parent?.name ?? ""),
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

function inPlace(facts: Facts): Facts {
  return { ...facts, name: [...facts.headings, facts.parent, facts.name].join("\n") };
}

/** Every text in a cell or a mark, and every name. */
export const textsIn = memoize(
  (roadmap: Roadmap) => new Set(topicsAndTasks(roadmap).flatMap(({ fields, title }) => [title, ...fields.values()])),
);

function byName(facts: readonly Facts[]): ByName {
  return groupBy(facts, ({ name }) => name);
}

/** The words in its first line: the lines below it are lines of their own. */
function wordsOf({ text }: Roadmap, { mark }: Task): string {
  return text.slice(mark.end + 1, endOfLine(text, mark.end));
}

// What a side has renamed the headings of the base to, judged by their contents.

/** Normalized labels that a side no longer has, each with those that now contain most of its former contents. */
export type HeadingRenames = ReadonlyMap<string, ReadonlySet<string>>;

export function headingRenames(base: Roadmap, side: Roadmap): HeadingRenames {
  const [before, after] = [labelsOf(base), labelsOf(side)];
  const [known, kept] = [new Set(["", ...before]), new Set(after)];
  const targets = new Map<string, string[]>();
  const now = uniqueFacts(side);
  for (const [name, { headings }] of uniqueFacts(base)) {
    const counterpart = now.get(name);
    // If a heading level was added or removed above them, only the nearest headings can be compared.
    const levels = !counterpart ? 0 : counterpart.headings.length === headings.length ? headings.length : 1;
    for (const [level, label] of headings.slice(0, levels).entries()) {
      // What has no heading any more is under a blank one.
      const target = counterpart?.headings[level] ?? (level === 0 ? "" : undefined);
      if (target !== undefined && !kept.has(label)) targets.set(label, [...(targets.get(label) ?? []), target]);
    }
  }
  const [places, newPlaces] = [placesOfOthers(before, kept), new Set(placesOfOthers(after, known).values())];
  // With another heading in its place, what is now under one that the base had too was moved there.
  const isRename = (from: string, to: string) => !known.has(to) || !newPlaces.has(places.get(from) ?? "");
  const renames = new Map(
    [...targets].map(([label, all]) => [label, new Set(mostOf(all).filter((to) => isRename(label, to)))]),
  );
  for (const [from, to] of rewordedInPlace(base, side)) if (!renames.get(from)?.size) renames.set(from, new Set([to]));
  return renames;
}

function labelsOf(roadmap: Roadmap): string[] {
  return labeledHeadings(roadmap).map(({ label }) => normalize(label));
}

/** For each label that only one version has, the nearest one above it that both have; blank at the top. */
function placesOfOthers(labels: readonly string[], shared: ReadonlySet<string>): Map<string, string> {
  const places = new Map<string, string>();
  let above = "";
  for (const label of labels) {
    if (shared.has(label)) above = label;
    else places.set(label, above);
  }
  return places;
}

/** Topics and tasks with a unique name. */
function uniqueFacts(roadmap: Roadmap): Map<string, Facts> {
  const unique = new Map<string, Facts | null>();
  for (const facts of topicsAndTasks(roadmap)) {
    unique.set(facts.name, unique.has(facts.name) ? null : facts);
  }
  return new Map([...unique].filter((entry): entry is [string, Facts] => entry[1] !== null));
}

function mostOf(labels: readonly string[]): string[] {
  return [...countEach(labels)].filter(([, count]) => count * 2 >= labels.length).map(([label]) => label);
}

/** Headings without contents, between the same headings. */
function rewordedInPlace(base: Roadmap, side: Roadmap): [string, string][] {
  const [before, after] = [base, side].map((roadmap) => labeledHeadings(roadmap).map(({ label }) => label));
  if (!before || !after || before.length !== after.length) return [];
  return before.flatMap((label, index): [string, string][] => {
    const now = after[index] ?? "";
    const isAlone = [-1, 1].every((step) => before[index + step] === after[index + step]);
    return label !== now && isAlone && isReworded(label, now) ? [[normalize(label), normalize(now)]] : [];
  });
}
