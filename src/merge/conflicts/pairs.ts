// Pairs of lines: which lines of the two sides of a conflict correspond, and their order in one text.

import { matchTasks, matchTopics } from "../../model/history/match.js";
import { cellTexts, type Roadmap, type Task, type Topic, type TopicTable } from "../../model/roadmap.js";
import { countEach, isSameList } from "../../text/arrays.js";
import { textAt } from "../../text/edit.js";
import { endOfLine } from "../../text/lines.js";
import { normalize } from "../../text/normalize.js";
import { headingsAbove } from "../document.js";
import type { Side } from "../hunks.js";
import { type Renamable, rowRenameRules, sharesWord, taskRenameRules } from "../identify.js";
import { nameWords } from "../reworded-names.js";
import { type SideLine, wholeLine } from "./sides.js";

/**
 * One line as each side has it; null if a side has none. A line that only the base has is not a pair, because both
 * sides removed it.
 */
export interface Pair {
  readonly ours: SideLine | null;
  readonly base: SideLine | null;
  readonly theirs: SideLine | null;
}

export interface Sides {
  readonly ours: readonly SideLine[];
  readonly theirs: readonly SideLine[];
  /** Null if git left no base. */
  readonly base: readonly SideLine[] | null;
}

export type PartnersBySide = Readonly<Record<Side, SidePartners>>;

/**
 * Pairs the lines of both sides, in the order of the merged text. Null if they cannot be paired line by line: only one
 * side has a line that is neither topic nor task, the sides have put the same lines in different orders, or the sides
 * have different numbers of lines with one name, so it is unclear which correspond.
 */
export function pairLines(text: string, sides: Sides, partners: PartnersBySide): Pair[] | null {
  // Without a base, everything that differs is a choice, line by line.
  if (sides.base && isAnyNameDoubtful(sides)) return null;
  const triples = tripleLines(sides, partners);
  const isOneSided = ({ ours, theirs }: LineTriple) => (ours ?? theirs)?.kind === "other" && !(ours && theirs);
  if (triples.some(isOneSided)) return null;
  const order = orderOf(sides, triples);
  return order?.map((triple) => comparablePair(text, triple, partners)) ?? null;
}

function isAnyNameDoubtful({ ours, theirs, base }: Sides): boolean {
  const counts = [ours, theirs, ...(base ? [base] : [])].map(countNames);
  const isRepeated = (name: string) => counts.some((count) => (count.get(name) ?? 0) > 1);
  const names = new Set(counts.flatMap((count) => [...count.keys()]));
  return [...names].some((name) => isRepeated(name) && new Set(counts.map((count) => count.get(name) ?? 0)).size > 1);
}

function countNames(lines: readonly SideLine[]): Map<string, number> {
  return countEach(lines.filter(({ kind }) => kind !== "other").map(keyOf));
}

interface LineTriple {
  ours: SideLine | null;
  base: SideLine | null;
  theirs: SideLine | null;
}

/** By what they share with the base, then by name: the n-th of a name with the n-th. */
function tripleLines({ ours, theirs, base }: Sides, partners: PartnersBySide): LineTriple[] {
  const triples = new Map<SideLine, LineTriple>();
  const own = new Map([...ours, ...theirs].map((line) => [line.thing, line]));
  const ownOf = (thing: Topic | Task | undefined) => (thing === undefined ? null : (own.get(thing) ?? null));
  for (const line of base ?? []) {
    if (!line.thing) continue;
    const triple = {
      ours: ownOf(partners.ours.partnerOf.get(line.thing)),
      base: line,
      theirs: ownOf(partners.theirs.partnerOf.get(line.thing)),
    };
    if (triple.ours) triples.set(triple.ours, triple);
    if (triple.theirs) triples.set(triple.theirs, triple);
  }
  const waiting = new Map<string, SideLine[]>();
  // From the end, so that the first one is taken from the end of its list.
  for (const line of [...theirs].reverse()) {
    if (triples.has(line)) continue;
    const key = keyOf(line);
    const known = waiting.get(key);
    if (known) known.push(line);
    else waiting.set(key, [line]);
  }
  for (const line of ours) {
    const known = triples.get(line);
    if (known?.theirs) continue;
    const triple = known ?? { ours: line, base: null, theirs: null };
    // If the other side no longer has that line of the base, a line with its name there is a different one.
    if (!known) triple.theirs = waiting.get(keyOf(line))?.pop() ?? null;
    triples.set(line, triple);
    if (triple.theirs) triples.set(triple.theirs, triple);
  }
  for (const line of theirs) if (!triples.has(line)) triples.set(line, { ours: null, base: null, theirs: line });
  return [...new Set([...ours, ...theirs].flatMap((line) => triples.get(line) ?? []))];
}

function keyOf({ kind, name }: SideLine): string {
  return `${kind} ${kind === "other" ? name : normalize(name)}`;
}

/** Ours in order, with each line that only theirs has after the line above it there; if both are new, ours first. */
function orderOf({ ours, theirs, base }: Sides, triples: readonly LineTriple[]): LineTriple[] | null {
  const places = new Map(
    [ours, theirs, base ?? []].flatMap((lines) => [...lines.entries()].map(([at, line]) => [line, at])),
  );
  const placeOf: PlaceOf = (line) => (line ? (places.get(line) ?? -1) : -1);
  const both = triples.filter((triple) => triple.ours && triple.theirs);
  const inOurs = sorted(both, (triple) => placeOf(triple.ours));
  const inTheirs = sorted(both, (triple) => placeOf(triple.theirs));
  const known = both.filter(({ base }) => base);
  const inBase = base ? sorted(known, (triple) => placeOf(triple.base)) : [];
  const isAsInBase = (order: readonly LineTriple[]) =>
    base !== null &&
    isSameList(
      order.filter(({ base }) => base),
      inBase,
    );
  const isTheirs = !isSameList(inOurs, inTheirs) && isAsInBase(inOurs);
  if (!isSameList(inOurs, inTheirs) && !isTheirs && !isAsInBase(inTheirs)) return null;
  const order = isTheirs
    ? interleave(triples, {
        firstOf: (triple) => triple.theirs,
        second: ours,
        secondOf: (triple) => triple.ours,
        placeOf,
      })
    : interleave(triples, {
        firstOf: (triple) => triple.ours,
        second: theirs,
        secondOf: (triple) => triple.theirs,
        placeOf,
      });
  return order;
}

/** The position of a line on its side. */
type PlaceOf = (line: SideLine | null) => number;

interface InterleaveOrder {
  readonly placeOf: PlaceOf;
  readonly firstOf: (triple: LineTriple) => SideLine | null;
  readonly second: readonly SideLine[];
  readonly secondOf: (triple: LineTriple) => SideLine | null;
}

function interleave(
  triples: readonly LineTriple[],
  { firstOf, second, secondOf, placeOf }: InterleaveOrder,
): LineTriple[] {
  const order = sorted(triples.filter(firstOf), (triple) => placeOf(firstOf(triple)));
  const alone = sorted(
    triples.filter((triple) => !firstOf(triple)),
    (triple) => placeOf(secondOf(triple)),
  );
  for (const triple of alone) {
    const above = second[placeOf(secondOf(triple)) - 1];
    let at = above ? order.findIndex((other) => secondOf(other) === above) + 1 : 0;
    // Lines that only the first side has precede those that only the second side has.
    while (at < order.length && !hasSecond(order[at], secondOf)) at++;
    order.splice(at, 0, triple);
  }
  return order;
}

function hasSecond(triple: LineTriple | undefined, secondOf: InterleaveOrder["secondOf"]): boolean {
  return triple !== undefined && secondOf(triple) !== null;
}

function sorted(triples: readonly LineTriple[], place: (triple: LineTriple) => number): LineTriple[] {
  return [...triples].sort((a, b) => place(a) - place(b));
}

/**
 * Cells can be compared individually if both sides have the same ones; otherwise the line is one choice. It is one
 * choice also if a side may have put another topic or task in place of one that the other side changed.
 */
function comparablePair(text: string, { ours, base, theirs }: LineTriple, partners: PartnersBySide): Pair {
  if (!ours || !theirs || ours.kind === "other") return { ours, base, theirs };
  const isReplaced =
    base !== null &&
    ((isDoubtful(ours, partners.ours) && !isSameText(text, theirs, base)) ||
      (isDoubtful(theirs, partners.theirs) && !isSameText(text, ours, base)));
  const isComparable = ours.layout === theirs.layout && ours.fields.length > 0 && !isReplaced;
  if (isComparable) return { ours, base: base?.layout === ours.layout ? base : null, theirs };
  return {
    ours: wholeLine(text, ours),
    base: base && wholeLine(text, base),
    theirs: wholeLine(text, theirs),
  };
}

function isDoubtful({ thing }: SideLine, { doubtful }: SidePartners): boolean {
  return thing !== null && doubtful.has(thing);
}

/** Ignoring padding. */
function isSameText(text: string, one: SideLine, other: SideLine): boolean {
  const contentOf = ({ fields }: SideLine) => fields.map(({ content }) => textAt(text, content)).join("|");
  return contentOf(one) === contentOf(other);
}

// What each topic and task of the base has become on a side, and whether that is certain.

export interface SidePartners {
  readonly partnerOf: ReadonlyMap<Topic | Task, Topic | Task>;
  /** Those of the side that may have replaced another one: they do not receive the other side's values. */
  readonly doubtful: ReadonlySet<Topic | Task>;
}

export function partnersIn(base: Roadmap, side: Roadmap): SidePartners {
  const topics = [...matchTopics(base, side)].filter(
    // As in the merge: a topic that shares nothing with the other's name may have replaced it.
    ([was, is]) => !isRenamed(was, is) || sharesWord(was.name, is.name),
  );
  const tasks = [...matchTasks(base, side)];
  const areCertain = { topics: topicCheck(base, side), tasks: taskCheck(base, side) };
  const doubtful = [
    ...topics.filter(([was, is]) => isRenamed(was, is) && !areCertain.topics(was, is)),
    ...tasks.filter(([was, is]) => isRenamed(was, is) && !areCertain.tasks(was, is)),
  ];
  return {
    partnerOf: new Map<Topic | Task, Topic | Task>([...topics, ...tasks]),
    doubtful: new Set(doubtful.map(([, is]) => is)),
  };
}

function isRenamed(was: Topic | Task, is: Topic | Task): boolean {
  return normalize(was.name) !== normalize(is.name);
}

function topicCheck(base: Roadmap, side: Roadmap): (was: Topic, is: Topic) => boolean {
  const rowsOf = (roadmap: Roadmap, table: TopicTable) => roadmap.topics.filter((topic) => topic.table === table);
  return (was, is) => {
    const [olds, news] = [rowsOf(base, was.table), rowsOf(side, is.table)];
    const before = olds.map((topic) => describedTopic(base, topic));
    const after = news.map((topic) => describedTopic(side, topic));
    return rowRenameRules(before).isCertain({ before, after, from: olds.indexOf(was), to: news.indexOf(is) });
  };
}

function taskCheck(base: Roadmap, side: Roadmap): (was: Task, is: Task) => boolean {
  const describe = (roadmap: Roadmap) => {
    const headingsAt = headingsAbove(roadmap);
    return roadmap.tasks.map((task) => describedTask(roadmap, task, headingsAt(task.mark.start)));
  };
  return (was, is) => {
    const [from, to] = [base.tasks.indexOf(was), side.tasks.indexOf(is)];
    return taskRenameRules.isCertain({ before: describe(base), after: describe(side), from, to });
  };
}

function describedTopic(roadmap: Roadmap, topic: Topic): Renamable {
  const cells = cellTexts(roadmap, topic);
  const others = new Map([...cells].filter(([column, text]) => column !== "topic" && text !== ""));
  return { ...named(topic), text: [...cells.values()].join("|"), group: "", others: () => others };
}

function describedTask(roadmap: Roadmap, task: Task, headings: readonly string[]): Renamable {
  const text = roadmap.text.slice(task.mark.start, endOfLine(roadmap.text, task.mark.end)).trimEnd();
  return { ...named(task), text, group: headings.join("\n"), others: () => new Map() };
}

function named({ name }: Topic | Task): Pick<Renamable, "name" | "title" | "context"> {
  return { name: () => normalize(name), title: () => nameWords(name), context: "" };
}
