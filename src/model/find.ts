// Find: the one topic or task that a person means by a few words.

import { fold, wordsOf } from "../text/fold.js";
import { exitCodes, UserError } from "./errors.js";
import { nearest } from "./nearest.js";
import { type Phase, phaseTitle, type Roadmap, type Task, type Topic } from "./roadmap.js";

interface Named {
  readonly number: number;
  readonly name: string;
  readonly phase: Phase | null;
}

interface Ambiguity {
  readonly wanted: string;
  readonly kind: "topic" | "task";
  readonly candidates: readonly Named[];
  /** Of the file the candidates were found in, when it is known. */
  readonly hash?: string;
  /** Where the name was asked for, when there are many operations: `line 3`. */
  readonly place?: string;
  /** The field of the operation that holds the name, where it is not the one that words name. */
  readonly field?: string;
}

/** Several match and none matches better: nothing is done, whoever asked chooses. */
export class AmbiguousName extends UserError {
  override readonly name = "AmbiguousName";
  readonly ambiguity: Ambiguity;

  constructor(ambiguity: Ambiguity) {
    const { wanted, kind, candidates, place } = ambiguity;
    super({
      code: "NAME_AMBIGUOUS",
      message: `${place === undefined ? "" : `${place}: `}"${wanted}" matches ${candidates.length} ${kind}s`,
      hint: `use more of the name, or the number${place === undefined ? "" : "; no operation was applied"}`,
      exitCode: exitCodes.notFound,
    });
    this.ambiguity = ambiguity;
  }

  /** The same, with the file it is true of: a number chosen from the candidates counts for that file only. */
  inFile(hash: string): AmbiguousName {
    return new AmbiguousName({ ...this.ambiguity, hash });
  }

  /** The same, for a name that an option holds. */
  inField(field: string): AmbiguousName {
    return new AmbiguousName({ ...this.ambiguity, field });
  }

  /** The same, as one of many operations. */
  at(place: string): AmbiguousName {
    return new AmbiguousName({ ...this.ambiguity, place });
  }
}

/**
 * The topic a person names: by its row number (`#12`), by its place in a phase (`2.3`), or by words. An exact name
 * wins over all, then a unique beginning, a unique run of words, a unique set of words.
 * @param taskHint what to do where only a task is called so, made of what to type to mean it
 * @throws AmbiguousName when several match, UserError with the nearest names when none does
 */
export function findTopic(
  roadmap: Roadmap,
  wanted: string,
  taskHint = (task: string) => `\`roadmap check ${task}\` checks it off; add \`--mark /\` to mark it as in progress`,
): Topic {
  const found = topicMatches(roadmap, wanted);
  const [task] = found.length === 0 && !isBareNumber(wanted) ? taskMatches(roadmap, wanted) : [];
  if (task) throw ofOtherKind(wanted, task, taskHint(nameToType(roadmap, task)));
  return theOnly(found, { wanted, kind: "topic", all: roadmap.topics });
}

function ofOtherKind(wanted: string, found: Topic | Task, hint: string): UserError {
  const [kind, other] = "row" in found ? ["task", "topic"] : ["topic", "task"];
  return new UserError({
    code: `${kind.toUpperCase()}_NOT_FOUND`,
    message: `no ${kind} matches "${wanted}", but a ${other} does: "${found.name}"`,
    hint,
    exitCode: exitCodes.notFound,
  });
}

/** A bare number is one of a topic: a task has to be named or called `task #12`. */
function isBareNumber(wanted: string): boolean {
  return /^#\d+$/.test(wanted.trim());
}

/** The task a person names: by its number (`#12`) or by words, as for a topic. */
export function findTask(roadmap: Roadmap, wanted: string): Task {
  const found = taskMatches(roadmap, wanted);
  const [topic] = found.length === 0 && !isBareNumber(wanted) ? topicMatches(roadmap, wanted) : [];
  if (topic) throw ofOtherKind(wanted, topic, "run `roadmap list --tasks` to see all tasks");
  return theOnly(found, { wanted, kind: "task", all: roadmap.tasks });
}

/** The one topic, or, when no topic matches, the one task. */
export function findTopicOrTask(roadmap: Roadmap, wanted: string): { topic: Topic } | { task: Task } {
  const topics = topicMatches(roadmap, wanted);
  if (topics.length === 0 && !isBareNumber(wanted)) {
    const tasks = taskMatches(roadmap, wanted);
    if (tasks.length > 0) return { task: theOnly(tasks, { wanted, kind: "task", all: roadmap.tasks }) };
  }
  return { topic: theOnly(topics, { wanted, kind: "topic", all: roadmap.topics }) };
}

/**
 * The topic or the task that is meant, where a wrong one would do harm: no kind comes first.
 * @throws what `findTopicOrTask` throws, and UserError when a topic and a task fit equally well
 */
export function findEither(roadmap: Roadmap, wanted: string): { topic: Topic } | { task: Task } {
  const topics = topicMatches(roadmap, wanted);
  const tasks = isBareNumber(wanted) ? [] : taskMatches(roadmap, wanted);
  if (topics.length === 0 || tasks.length === 0) return findTopicOrTask(roadmap, wanted);
  const best = new Set(matchNames<Topic | Task>([...topics, ...tasks], wanted));
  const [topic, task] = [topics.find((one) => best.has(one)), tasks.find((one) => best.has(one))];
  if (!task) return { topic: theOnly(topics, { wanted, kind: "topic", all: roadmap.topics }) };
  if (!topic) return { task: theOnly(tasks, { wanted, kind: "task", all: roadmap.tasks }) };
  throw new UserError({
    code: "NAME_AMBIGUOUS",
    message: `"${wanted}" matches the topic "${topic.name}" and the task "${task.name}"`,
    hint: `use "topic #${topic.number}" or "task #${task.number}"`,
    exitCode: exitCodes.notFound,
  });
}

function topicMatches(roadmap: Roadmap, wanted: string): readonly Topic[] {
  const { topics } = roadmap;
  const found = exactMatches(topics, wanted, "topic") ?? placeMatches(roadmap, wanted);
  return found ?? wordMatches(topics, wanted);
}

function taskMatches({ tasks }: Roadmap, wanted: string): readonly Task[] {
  return exactMatches(tasks, wanted, "task") ?? wordMatches(tasks, wanted);
}

/** All that are meant by their name alone, in the best way any of them is. */
export function matchNames<Thing extends { readonly name: string }>(
  things: readonly Thing[],
  wanted: string,
): readonly Thing[] {
  const name = fold(wanted);
  const exact = name === "" ? [] : things.filter((thing) => fold(thing.name) === name);
  return exact.length > 0 ? exact : wordMatches(things, wanted);
}

/** Those with exactly that name, else the one with that number; null when it is neither. */
function exactMatches<Thing extends Named>(
  things: readonly Thing[],
  wanted: string,
  kind: "topic" | "task",
): readonly Thing[] | null {
  const name = fold(wanted);
  const exact = name === "" ? [] : things.filter((thing) => fold(thing.name) === name);
  if (exact.length > 0) return exact;
  const number = /^(?:(topic|task) )?#(\d+)$/.exec(name);
  if (!number) return null;
  return (number[1] ?? kind) === kind ? things.filter((thing) => thing.number === Number(number[2])) : [];
}

/** `2.3`: the third topic of each phase that can be called 2; null when there is none. */
function placeMatches({ phases }: Roadmap, wanted: string): readonly Topic[] | null {
  const place = /^(.+)\.(\d+)$/.exec(fold(wanted));
  if (!place) return null;
  const named = phases.filter((phase) => phase.topics.length > 0 && isPhase(phase, place[1] ?? ""));
  const found = named.flatMap(({ topics }) => topics[Number(place[2]) - 1] ?? []);
  return found.length === 0 ? null : found;
}

/** All that match in the best way any of them matches. */
function wordMatches<Thing extends { readonly name: string }>(
  things: readonly Thing[],
  wanted: string,
): readonly Thing[] {
  const name = fold(wanted);
  if (name === "") return [];
  const folded = things.map((thing) => ({ thing, name: fold(thing.name) }));
  const beginning = folded.filter((candidate) => candidate.name.startsWith(name));
  if (beginning.length > 0) return beginning.map(({ thing }) => thing);
  const words = wordsOf(name);
  if (words.length === 0) return [];
  const run = ` ${words.join(" ")} `;
  const spelt = folded.map(({ thing, name }) => ({ thing, words: ` ${wordsOf(name).join(" ")} ` }));
  const ways = [
    (text: string) => text.startsWith(run.trimEnd()),
    (text: string) => text.includes(run),
    (text: string) => words.every((word) => text.includes(` ${word} `)),
  ];
  for (const matches of ways) {
    const found = spelt.filter((candidate) => matches(candidate.words));
    if (found.length > 0) return found.map(({ thing }) => thing);
  }
  return [];
}

/** Whether a person means this phase by its number, its label, or a run of words of it. */
export function isPhase(phase: Pick<Phase, "label" | "name" | "number">, wanted: string): boolean {
  const name = fold(wanted);
  if (/^\d+$/.test(name)) return phase.number === Number(name);
  const run = ` ${wordsOf(name).join(" ")} `;
  const label = ` ${wordsOf(phaseTitle(phase)).join(" ")} `;
  return fold(phase.label) === name || (run.trim() !== "" && label.includes(run));
}

interface Asked<Thing> {
  readonly wanted: string;
  readonly kind: "topic" | "task";
  readonly all: readonly Thing[];
}

function theOnly<Thing extends Named>(found: readonly Thing[], { wanted, kind, all }: Asked<Thing>): Thing {
  const [only, another] = found;
  if (only && another) throw new AmbiguousName({ wanted, kind, candidates: found });
  if (only) return only;
  // A shell takes what follows a bare `#` for a comment, so people leave it out.
  const isNumber = all.some(({ number }) => wanted.trim() === String(number));
  const close = isNumber
    ? [`#${wanted.trim()}`]
    : nearest(
        wanted,
        all.map(({ name }) => name),
      );
  const list = kind === "topic" ? "`roadmap list` shows all names" : "`roadmap list --tasks` shows all tasks";
  throw new UserError({
    code: kind === "topic" ? "TOPIC_NOT_FOUND" : "TASK_NOT_FOUND",
    message: `no ${kind} matches "${wanted}"`,
    hint: close.length === 0 ? list : `did you mean ${close.map((name) => `"${name}"`).join(", ")}? ${list}`,
    exitCode: exitCodes.notFound,
  });
}

/** What to type to mean this topic or task: its words, where they are enough, else its number. */
export function nameToType(roadmap: Roadmap, thing: Topic | Task): string {
  const words = wordsOf(thing.name).join(" ");
  const found = "row" in thing ? topicMatches(roadmap, words) : taskMatches(roadmap, words);
  return found.length === 1 && found[0] === thing ? words : `"#${thing.number}"`;
}

/** What to type to mean a topic that is only about to come: its words, where nothing else has them. */
export function wordsToType(roadmap: Roadmap, name: string): string {
  const words = wordsOf(name).join(" ");
  const isClear = words !== "" && (fold(name) === words || topicMatches(roadmap, words).length === 0);
  return isClear ? words : "<topic>";
}
