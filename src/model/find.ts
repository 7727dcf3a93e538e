// Find: the one topic or task that a person means by a few words or a number.

import { foldAccents } from "../text/normalize.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import {
  addressOf,
  numberAround,
  numberForm,
  numberToType,
  shortName,
  thingsNumbered,
  typedAddress,
} from "./address.js";
import { UserError } from "./errors.js";
import { keysOf, kindOf, matchSpellings, nameIndex, type Thing, type ThingKind, thingsNamed } from "./names.js";
import { nearestByWords } from "./nearest.js";
import type { Phase, Roadmap, Task, Topic } from "./roadmap.js";
import type { Status } from "./status.js";
import { type Way, ways } from "./ways.js";

export interface NamedCandidate {
  readonly type: ThingKind;
  readonly number: number;
  readonly name: string;
  readonly phase: Phase | null;
  /** An argument that refers only to this one: `5`, `t3`. */
  readonly address: string;
}

interface Ambiguity {
  readonly wanted: string;
  /** Only of the kind that the command takes. */
  readonly candidates: readonly NamedCandidate[];
  /** Everything that matched, including kinds the command does not take: `1 topic and 1 task`. */
  readonly matches: string;
  /** The hash of the file in which the candidates were found, if known. */
  readonly hash?: string;
  /** Where the name was given, if there are many operations: `line 3`. */
  readonly place?: string;
  /** The field of the operation that contains the name, if it is not the main one. */
  readonly field?: string;
  readonly found: FoundThings;
}

/** Topics and tasks that an error is about, with their roadmap. */
export interface FoundThings {
  readonly roadmap: Roadmap;
  readonly things: readonly Thing[];
}

/** No name matches; those that are similar are shown, the most similar first. */
export class UnknownName extends UserError {
  readonly nearest: FoundThings;

  constructor(error: Pick<UserError, "code" | "message" | "ways">, nearest: FoundThings) {
    super(error.code, error.message, error.ways);
    this.nearest = nearest;
  }
}

/** Several names match equally well: nothing is changed, and the caller chooses. */
export class AmbiguousName extends UserError {
  override readonly name = "AmbiguousName";
  readonly ambiguity: Ambiguity;

  constructor(ambiguity: Ambiguity) {
    const { wanted, candidates, matches, place } = ambiguity;
    const [first, ...others] = candidates;
    const isOneName = others.every(({ name }) => foldAccents(name) === foldAccents(first?.name ?? ""));
    const number = typedAddress(first?.address ?? "");
    super(
      "NAME_AMBIGUOUS",
      `${place === undefined ? "" : `${place}: `}"${wanted}" matches ${matches}`,
      `use ${isOneName ? "" : "more of the name, or "}the number${others.length === 0 ? ` of the ${first?.type}: ` : ", for example "}${number}${place === undefined ? "" : "; no operation was applied"}`,
    );
    this.ambiguity = ambiguity;
  }

  /** The same, bound to a file: a number chosen from the candidates is only valid for that file. */
  inFile(hash: string): AmbiguousName {
    return new AmbiguousName({ ...this.ambiguity, hash });
  }

  /** The same, for a name in an option. */
  inField(field: string): AmbiguousName {
    return new AmbiguousName({ ...this.ambiguity, field });
  }

  /** The same, as one of many operations. */
  at(place: string): AmbiguousName {
    return new AmbiguousName({ ...this.ambiguity, place });
  }
}

/** No name is given: nothing is done, and the caller chooses. */
export class NameMissing extends UserError {
  override readonly name = "NameMissing";
  /** Everything that the command can act on. */
  readonly found: FoundThings;

  constructor(message: string, hint: Way | readonly Way[], found: FoundThings) {
    super("USAGE", message, hint);
    this.found = found;
  }
}

/** Null for an error that no choice resolves. */
export function candidatesOf(error: UserError): readonly NamedCandidate[] | null {
  if (error instanceof AmbiguousName) return error.ambiguity.candidates;
  if (!(error instanceof NameMissing)) return null;
  const { roadmap, things } = error.found;
  return things.map((thing) => candidateOf(roadmap, thing));
}

/** `2 topics and 1 task`. */
export function countedKinds(candidates: readonly Pick<NamedCandidate, "type">[]): string {
  return (["topic", "task"] as const)
    .map((kind) => [kind, candidates.filter(({ type }) => type === kind).length] as const)
    .flatMap(([kind, count]) => (count === 0 ? [] : [counted(count, kind)]))
    .join(" and ");
}

type TaskHint = (task: string, status: Status) => readonly Way[];

/**
 * The topic a person means: by its row number (`12`), by its position in a phase (`2.3`), or by words.
 * @param taskHint the hint if only a task has that name, given the words or number that refer to it, and its status
 * @throws AmbiguousName if several match, UserError with the nearest names if none does
 */
export function findTopic(
  roadmap: Roadmap,
  wanted: string,
  taskHint: TaskHint = () => ways`run ${listOf("task")} to see all tasks`,
): Topic {
  const topic = findThing(roadmap, wanted, { kinds: ["topic"], taskHint });
  if ("row" in topic) return topic;
  throw new TypeError("a task was found among topics");
}

/** The task a person names: by its number (`t3`) or by words, as for a topic. */
export function findTask(roadmap: Roadmap, wanted: string): Task {
  const task = findThing(roadmap, wanted, { kinds: ["task"] });
  if (!("row" in task)) return task;
  throw new TypeError("a topic was found among tasks");
}

export type TopicOrTask = { readonly topic: Topic } | { readonly task: Task };

/** The topic or task a person means; neither kind takes precedence. */
export function findTopicOrTask(roadmap: Roadmap, wanted: string): TopicOrTask {
  const thing = findThing(roadmap, wanted, { kinds: ["topic", "task"] });
  return "row" in thing ? { topic: thing } : { task: thing };
}

interface FindRequest {
  readonly kinds: readonly ThingKind[];
  readonly taskHint?: TaskHint;
}

function findThing(roadmap: Roadmap, wanted: string, request: FindRequest): Thing {
  const all = matchingThings(roadmap, wanted, request.kinds);
  const ofKinds = all.filter((thing) => request.kinds.includes(kindOf(thing)));
  const [only] = ofKinds;
  if (!only) throw notFound(roadmap, wanted, request);
  if (all.length === 1) return only;
  const candidates = ofKinds.map((thing) => candidateOf(roadmap, thing));
  const matches = countedKinds((ofKinds.length > 1 ? ofKinds : all).map((thing) => ({ type: kindOf(thing) })));
  throw new AmbiguousName({ wanted, candidates, matches, found: { roadmap, things: ofKinds } });
}

export function candidateOf(roadmap: Roadmap, thing: Thing): NamedCandidate {
  const { number, name, phase } = thing;
  return { type: kindOf(thing), number, name, phase, address: addressOf(roadmap, thing) };
}

/**
 * What a number refers to, together with anything whose whole name is that number; otherwise those of the given kinds
 * that the words match.
 */
function matchingThings(roadmap: Roadmap, wanted: string, kinds: readonly ThingKind[]): readonly Thing[] {
  const numbered = thingsNumbered(roadmap, wanted);
  if (numbered) return [...new Set([...numbered, ...thingsSpelled(roadmap, wanted)])];
  if (numberAround(wanted) !== null)
    return thingsSpelled(roadmap, wanted).filter((thing) => kinds.includes(kindOf(thing)));
  return thingsMatching(roadmap, wanted, kinds);
}

/** Those whose whole name is spelled like this. */
function thingsSpelled(roadmap: Roadmap, wanted: string): readonly Thing[] {
  return [...new Set(keysOf(wanted).flatMap((key) => thingsNamed(roadmap, key)))];
}

function thingsMatching(roadmap: Roadmap, wanted: string, kinds: readonly ThingKind[]): readonly Thing[] {
  const names = nameIndex(roadmap).names.filter(({ thing }) => kinds.includes(kindOf(thing)));
  return matchSpellings(names, wanted).map(({ thing }) => thing);
}

/** Those whose names match the words best; a number matches whole names only. */
export function matchNames<Named extends { readonly name: string }>(
  all: readonly Named[],
  wanted: string,
): readonly Named[] {
  const names = all.map((named) => ({ named, key: foldAccents(named.name), run: null }));
  const keys = keysOf(wanted);
  const isNumber = numberAround(wanted) !== null;
  const matching = isNumber ? names.filter(({ key }) => keys.includes(key)) : matchSpellings(names, wanted);
  return matching.map(({ named }) => named);
}

function notFound(roadmap: Roadmap, wanted: string, { kinds, taskHint }: FindRequest): UserError {
  const [kind = "topic"] = kinds;
  const list = ways`${listOf(kind)} shows all ${kinds.includes("topic") ? "names" : "tasks"}`;
  const others = kinds.length > 1 ? [] : matchingThings(roadmap, wanted, kind === "topic" ? ["task"] : ["topic"]);
  const [other, another] = others;
  const close = other ? tasksOfThatNumber(roadmap, wanted, kinds) : suggestionsFor(roadmap, wanted, kinds);
  const isNumber = tasksOfThatNumber(roadmap, wanted, kinds).length > 0;
  const names = close.map((thing) => (isNumber ? numberToType : quotedName)(roadmap, thing)).join(", ");
  const hint = close.length === 0 ? list : ways`did you mean ${names}? ${list}`;
  const problem = outOfRange(roadmap, wanted) ?? `no ${kinds.join(" or ")} matches "${wanted}"`;
  const otherKind = kind === "topic" ? "task" : "topic";
  const message = another
    ? `${problem}, but ${counted(others.length, otherKind)} do`
    : other
      ? `${problem}, but a ${otherKind} does: "${other.name}"`
      : problem;
  const code = kind === "topic" ? "TOPIC_NOT_FOUND" : "TASK_NOT_FOUND";
  if (other && !another && taskHint && kind === "topic")
    return new UserError(code, message, taskHint(nameLikeTyped(roadmap, wanted, other), other.status));
  return new UnknownName({ code, message, ways: [hint].flat() }, { roadmap, things: close });
}

/** The message for the number of a row that does not exist; null for anything else. */
function outOfRange({ topics, tasks }: Roadmap, wanted: string): string | null {
  const form = numberForm(wanted);
  if (!form || !("kind" in form) || form.number === 0) return null;
  const count = form.kind === "topic" ? topics.length : tasks.length;
  const row = form.kind === "topic" ? `${form.number}` : `t${form.number}`;
  return form.number <= count ? null : `no ${form.kind} ${row}: this roadmap has ${counted(count, form.kind)}`;
}

/** All topics, or all tasks. */
export function listOf(kind: ThingKind): Way {
  return kind === "topic" ? { view: "list" } : { view: "list", options: { tasks: true } };
}

/** A number if a number was typed: it is shorter than the name and already unambiguous. */
function nameLikeTyped(roadmap: Roadmap, wanted: string, thing: Thing): string {
  return numberForm(wanted) ? addressOf(roadmap, thing) : shortName(roadmap, thing);
}

/** A number without `t` refers to a topic. Where only tasks can be meant, people omit the `t`. */
function tasksOfThatNumber(roadmap: Roadmap, wanted: string, kinds: readonly ThingKind[]): readonly Thing[] {
  const form = numberForm(numberAround(wanted) ?? "");
  if (kinds.includes("topic") || !form || !("kind" in form) || form.kind === "task") return [];
  const task = roadmap.tasks[form.number - 1];
  return task ? [task] : [];
}

/** What may have been meant. */
function suggestionsFor(roadmap: Roadmap, wanted: string, kinds: readonly ThingKind[]): readonly Thing[] {
  const numbered = tasksOfThatNumber(roadmap, wanted, kinds);
  if (numbered.length > 0) return numbered;
  const things = nameIndex(roadmap)
    .names.map(({ thing }) => thing)
    .filter((thing) => kinds.includes(kindOf(thing)));
  const names = nearestByWords(
    wanted,
    things.map(({ name }) => name),
  );
  const number = numberAround(wanted);
  const close =
    number === null ? [] : [...(thingsNumbered(roadmap, number) ?? []), ...thingsMatching(roadmap, wanted, kinds)];
  const suggested = close.length > 0 ? close : names.flatMap((name) => things.filter((thing) => thing.name === name));
  return [...new Set(suggested)].filter((thing) => kinds.includes(kindOf(thing))).slice(0, 3);
}

/** The name itself if it is unambiguous and safe in a shell, otherwise the number. */
function quotedName(roadmap: Roadmap, thing: Thing): string {
  const { name } = thing;
  const isPlain = visible(name) === name && !/^-|["$`\\!]/.test(name);
  const matching = isPlain ? matchingThings(roadmap, name, ["topic", "task"]) : [];
  return matching.length === 1 && matching[0] === thing ? `"${name}"` : numberToType(roadmap, thing);
}
