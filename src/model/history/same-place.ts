// Same place: whether two versions of a roadmap have a span in the same cells and tasks, and the rest untouched.

import { countEach, partitionPoint } from "../../text/arrays.js";
import { carryingThrough, type Edit, type Span, textAt } from "../../text/edit.js";
import { endOfLine, lineTextAt } from "../../text/lines.js";
import { normalize } from "../../text/normalize.js";
import { cellsOf } from "../blocks.js";
import { dayKinds } from "../columns.js";
import { columnNames, type Roadmap, type Task, type Topic } from "../roadmap.js";
import { phaseRenames } from "./compare.js";
import { matchTasks, matchTopics } from "./match.js";

/**
 * Equal texts can mean different things: another topic's cell may also contain "Done". Tells whether a span of the
 * earlier version and one of the later version belong to the same topics and column, or to the same tasks; if neither
 * belongs to any, whether they are in the same line, which occurs once in each version.
 */
export function samePlaces(before: Roadmap, after: Roadmap): (then: Span, now: Span) => boolean {
  const topics = matchTopics(before, after);
  const tasks = matchTasks(before, after);
  const isSameCount = {
    topic: countComparison(before.topics, after.topics),
    task: countComparison(before.tasks, after.tasks),
  };
  return (then, now) => {
    const [old, own] = [ownersOf(before, then), ownersOf(after, now)];
    if (old.topics.length !== own.topics.length || old.tasks.length !== own.tasks.length) return false;
    if (old.topics.length + old.tasks.length === 0) return isSameLine(before.text, then, { text: after.text, now });
    return (
      old.column === own.column &&
      old.topics.every((topic, at) => topics.get(topic) === own.topics[at] && isSameCount.topic(topic.name)) &&
      old.tasks.every((task, at) => tasks.get(task) === own.tasks[at] && isSameCount.task(task.name))
    );
  };
}

/**
 * Whether a span of the earlier version contains topics or tasks of which the later version has none, nor their names.
 */
export function areGone(before: Roadmap, after: Roadmap): (then: Span) => boolean {
  const [topics, tasks] = [matchTopics(before, after), matchTasks(before, after)];
  const known = new Set([...after.topics, ...after.tasks].map(({ name }) => normalize(name)));
  return (then) => {
    const old = ownersOf(before, then);
    const isGone = (thing: Topic | Task) =>
      !known.has(normalize(thing.name)) && !("row" in thing ? topics.has(thing) : tasks.has(thing));
    const all = [...old.topics, ...old.tasks];
    return all.length > 0 && all.every(isGone);
  };
}

/** Whether both have equally many of a name; if not, it is unclear which of them were added or removed. */
function countComparison(before: readonly NamedThing[], after: readonly NamedThing[]): (name: string) => boolean {
  const [then, now] = [before, after].map((things) => countEach(things.map(({ name }) => normalize(name))));
  return (name) => {
    const [old, own] = [then?.get(normalize(name)) ?? 0, now?.get(normalize(name)) ?? 0];
    // A removed one was renamed: it was matched by its other fields.
    return old === own || (old === 1 && own === 0);
  };
}

type NamedThing = Pick<Topic | Task, "name">;

interface Owners {
  readonly topics: readonly Topic[];
  /** Those whose marks are in the span, otherwise the one that contains the span. */
  readonly tasks: readonly Task[];
  /** The column of the only topic, if the span is within one cell. */
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

/** The items, in file order, whose spans touch it. */
function touching<Thing>(things: readonly Thing[], spanOf: (thing: Thing) => Span, span: Span): Thing[] {
  const touched: Thing[] = [];
  const first = partitionPoint(things, (thing) => spanOf(thing).end < span.start);
  for (let index = first; index < things.length; index++) {
    const thing = things[index];
    if (!thing || spanOf(thing).start > span.end) break;
    if (touches(spanOf(thing), span)) touched.push(thing);
  }
  return touched;
}

/** Whether they share a character, or one is empty and is in or next to the other. */
function touches(a: Span, b: Span): boolean {
  const isEmpty = a.start === a.end || b.start === b.end;
  return isEmpty ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}

function isSameLine(text: string, then: Span, { text: later, now }: { text: string; now: Span }): boolean {
  const [old, own] = [lineTextAt(text, then.start), lineTextAt(later, now.start)];
  const isSingle = (all: string) => all.indexOf(old) === all.lastIndexOf(old);
  return old === own && isSingle(text) && isSingle(later);
}

/**
 * Verifies that edits change nothing about topics and tasks that they do not touch.
 * @returns the name of the first topic or task that would be lost or read differently; null if there is none
 */
export function verifyUntouched(before: Roadmap, after: Roadmap, edits: readonly Edit[]): string | null {
  const carry = carryingThrough(edits);
  const former = new Map(phaseRenames(before.phases, after.phases).map(({ from, to }) => [to, from]));
  const pairs = edits.map(({ at, text }) => {
    const pair = { old: at, now: carry(at) };
    return { ...pair, isOpen: isInsertion(pair), isInLine: !/[\r\n]/.test(textAt(before.text, at) + text) };
  });
  const old = pairs.map((pair) => ({ ...pair, span: pair.old }));
  const now = pairs.map((pair) => ({ ...pair, span: pair.now }));
  return (
    firstOther(topicsLeft(before, old), topicsLeft(after, now)) ??
    firstOther(tasksLeft(before, old, new Map()), tasksLeft(after, now, former))
  );
}

type Fingerprint = readonly [name: string, fingerprint: string];

function topicsLeft(roadmap: Roadmap, edited: readonly Edited[]): readonly Fingerprint[] {
  return roadmap.topics
    .filter(({ row }) => !isTouched(row, edited))
    .map((topic) => [topic.name, topicFingerprint(roadmap, topic)]);
}

/** @param former the previous names of phases whose headings the edits rename */
function tasksLeft(
  roadmap: Roadmap,
  edited: readonly Edited[],
  former: ReadonlyMap<string, string>,
): readonly Fingerprint[] {
  const isLeft = (task: Task) => !isTaskTouched(roadmap, task, edited);
  return roadmap.tasks.filter(isLeft).map((task) => {
    const parent = task.parent && isLeft(task.parent) ? task.parent.name : null;
    return [task.name, taskFingerprint(roadmap, task, { parent, former })];
  });
}

function firstOther(before: readonly Fingerprint[], after: readonly Fingerprint[]): string | null {
  const index = before.findIndex(([, fingerprint], at) => after[at]?.[1] !== fingerprint);
  if (index >= 0) return before[index]?.[0] ?? "";
  return after.length > before.length ? (after[before.length]?.[0] ?? "") : null;
}

interface Edited {
  readonly span: Span;
  /** Whether a side of the edit is empty: then text next to it also counts as touched, in both versions. */
  readonly isOpen: boolean;
  /** Whether it neither adds nor removes a line break. */
  readonly isInLine: boolean;
}

function isInsertion({ old, now }: { readonly old: Span; readonly now: Span }): boolean {
  return old.start === old.end || now.start === now.end;
}

function isTouched({ start, end }: Span, edited: readonly Edited[]): boolean {
  return edited.some(({ span, isOpen }) =>
    isOpen ? start <= span.end && span.start <= end : touches({ start, end }, span),
  );
}

/** An edit within a line is one of the task with that line; any other one may be of the lines next to it. */
function isTaskTouched({ text }: Roadmap, { mark }: Task, edited: readonly Edited[]): boolean {
  const line = { start: mark.start, end: endOfLine(text, mark.end) };
  return (
    isTouched(mark, edited) ||
    isTouched(
      line,
      edited.filter(({ isInLine }) => isInLine),
    )
  );
}

function topicFingerprint({ text }: Roadmap, topic: Topic): string {
  const { row, status, phase } = topic;
  const days = dayKinds.map((kind) => topic[kind]);
  return JSON.stringify([textAt(text, row), status, ...days, normalize(phase?.label ?? "")]);
}

interface Around {
  /** The name of the parent, unless the edits touch it. */
  readonly parent: string | null;
  readonly former: ReadonlyMap<string, string>;
}

function taskFingerprint(
  { text }: Roadmap,
  { name, mark, status, depth, phase }: Task,
  { parent, former }: Around,
): string {
  const label = phase?.label ?? null;
  return JSON.stringify([name, textAt(text, mark), status, depth, parent, former.get(label ?? "") ?? label]);
}
