// Same place: whether a stretch of text belongs to the same cells and tasks in two versions of a roadmap.

import { countWhile } from "../text/count-while.js";
import { fold } from "../text/fold.js";
import { lineTextAt } from "../text/line-index.js";
import type { Span } from "../text/span.js";
import { matchTasks, matchTopics } from "./match.js";
import type { Roadmap, Task, Topic } from "./roadmap.js";
import { columnNames } from "./row-cells.js";
import { cellsOf } from "./table.js";

/**
 * Texts can look alike where they mean different things: the cell of another topic says "Done" too. This tells
 * whether a span of the earlier version and one of the later belong to the same topics in the same column, or to the
 * same tasks; where neither has any, whether they lie in the same line, which stands once in both.
 */
export function samePlaces(before: Roadmap, after: Roadmap): (then: Span, now: Span) => boolean {
  const topics = matchTopics(before, after);
  const tasks = matchTasks(before, after);
  const isAsMany = { topic: asMany(before.topics, after.topics), task: asMany(before.tasks, after.tasks) };
  return (then, now) => {
    const [old, own] = [ownersOf(before, then), ownersOf(after, now)];
    if (old.topics.length !== own.topics.length || old.tasks.length !== own.tasks.length) return false;
    if (old.topics.length + old.tasks.length === 0) return isSameLine(before.text, then, { text: after.text, now });
    return (
      old.column === own.column &&
      old.topics.every((topic, at) => topics.get(topic) === own.topics[at] && isAsMany.topic(topic.name)) &&
      old.tasks.every((task, at) => tasks.get(task) === own.tasks[at] && isAsMany.task(task.name))
    );
  };
}

/** Whether topics or tasks lie in a span of the earlier version, and the later one has none of them, nor their names. */
export function areGone(before: Roadmap, after: Roadmap): (then: Span) => boolean {
  const [topics, tasks] = [matchTopics(before, after), matchTasks(before, after)];
  const known = new Set([...after.topics, ...after.tasks].map(({ name }) => fold(name)));
  return (then) => {
    const old = ownersOf(before, then);
    const isGone = (thing: Topic | Task) =>
      !known.has(fold(thing.name)) && !("row" in thing ? topics.has(thing) : tasks.has(thing));
    const all = [...old.topics, ...old.tasks];
    return all.length > 0 && all.every(isGone);
  };
}

/** Where things of one name have become more or fewer, nobody can tell which of them came or is gone. */
function asMany(before: readonly Named[], after: readonly Named[]): (name: string) => boolean {
  const [then, now] = [before, after].map((things) => {
    const counts = new Map<string, number>();
    for (const { name } of things) counts.set(fold(name), (counts.get(fold(name)) ?? 0) + 1);
    return counts;
  });
  return (name) => {
    const [old, own] = [then?.get(fold(name)) ?? 0, now?.get(fold(name)) ?? 0];
    // One that is gone was renamed: it was matched by what else it says.
    return old === own || (old === 1 && own === 0);
  };
}

type Named = Pick<Topic | Task, "name">;

interface Owners {
  readonly topics: readonly Topic[];
  /** Those whose marks the span holds, else the one in which it lies. */
  readonly tasks: readonly Task[];
  /** The column of the one topic, when the span lies in one cell. */
  readonly column: string | null;
}

function ownersOf({ text, topics, tasks }: Roadmap, span: Span): Owners {
  const rows = touching(topics, ({ row }) => row, span);
  const marked = touching(tasks, ({ mark }) => mark, span);
  const around = tasks.findLast((task) => task.span.start <= span.start && span.end <= task.span.end);
  const [only] = rows;
  return {
    topics: rows,
    tasks: marked.length > 0 || !around ? marked : [around],
    column: rows.length === 1 && only ? columnOf(text, only, span) : null,
  };
}

function columnOf(text: string, { row, table }: Topic, span: Span): string | null {
  const column = cellsOf(row).findIndex(({ slot }) => slot.start <= span.start && span.end <= slot.end);
  return column < 0 ? null : (columnNames(text, table)[column] ?? `column ${column + 1}`);
}

/** Those of things in file order whose spans touch it. */
function touching<Thing>(things: readonly Thing[], spanOf: (thing: Thing) => Span, span: Span): Thing[] {
  const found: Thing[] = [];
  const first = countWhile(things, (thing) => spanOf(thing).end < span.start);
  for (let index = first; index < things.length; index++) {
    const thing = things[index];
    if (!thing || spanOf(thing).start > span.end) break;
    if (touches(spanOf(thing), span)) found.push(thing);
  }
  return found;
}

/** Whether they share a character, or one is empty and stands in or at the other. */
export function touches(a: Span, b: Span): boolean {
  const isEmpty = a.start === a.end || b.start === b.end;
  return isEmpty ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}

function isSameLine(text: string, then: Span, { text: later, now }: { text: string; now: Span }): boolean {
  const [old, own] = [lineTextAt(text, then.start), lineTextAt(later, now.start)];
  const isSingle = (all: string) => all.indexOf(old) === all.lastIndexOf(old);
  return old === own && isSingle(text) && isSingle(later);
}
