// Find: the one topic or task that a person means by a few words.

import { fold, wordsOf } from "../text/fold.js";
import { exitCodes, UserError } from "./errors.js";
import { nearest } from "./nearest.js";
import type { Phase, Roadmap, Task, Topic } from "./roadmap.js";

interface Named {
  readonly number: number;
  readonly name: string;
  readonly phase: Phase | null;
}

/** Several match and none matches better: nothing is done, whoever asked chooses. */
export class AmbiguousName extends UserError {
  override readonly name = "AmbiguousName";
  readonly kind: "topic" | "task";
  readonly candidates: readonly Named[];

  constructor(wanted: string, kind: "topic" | "task", candidates: readonly Named[]) {
    super({
      code: "NAME_AMBIGUOUS",
      message: `"${wanted}" could be ${candidates.length} ${kind}s`,
      hint: "use more of the name, or the number",
      exitCode: exitCodes.notFound,
    });
    this.kind = kind;
    this.candidates = candidates;
  }
}

/**
 * The topic a person names: by its row number (`#12`), by its place in a phase (`2.3`), or by words. An exact name
 * wins over all, then a unique beginning, a unique run of words, a unique set of words.
 * @throws AmbiguousName when several match, UserError with the nearest names when none does
 */
export function findTopic(roadmap: Roadmap, wanted: string): Topic {
  const found = matchesFor(roadmap.topics, wanted, (place) => topicsOfPhase(roadmap, place));
  return theOnly(found, { wanted, kind: "topic", all: roadmap.topics });
}

/** The task a person names: by its number (`#12`) or by words, as for a topic. */
export function findTask(roadmap: Roadmap, wanted: string): Task {
  return theOnly(
    matchesFor(roadmap.tasks, wanted, () => []),
    { wanted, kind: "task", all: roadmap.tasks },
  );
}

/** The one topic, or, when no topic matches, the one task. */
export function findTopicOrTask(roadmap: Roadmap, wanted: string): { topic: Topic } | { task: Task } {
  const topics = matchesFor(roadmap.topics, wanted, (place) => topicsOfPhase(roadmap, place));
  if (topics.length === 0 && !isRowNumber(wanted)) {
    const tasks = matchesFor(roadmap.tasks, wanted, () => []);
    if (tasks.length > 0) return { task: theOnly(tasks, { wanted, kind: "task", all: roadmap.tasks }) };
  }
  return { topic: theOnly(topics, { wanted, kind: "topic", all: roadmap.topics }) };
}

function isRowNumber(wanted: string): boolean {
  return /^#\d+$/.test(wanted.trim());
}

/** All that match in the best way anything matches; `inPhase` answers for `2.3`. */
function matchesFor<Thing extends Named>(
  things: readonly Thing[],
  wanted: string,
  inPhase: (phase: string) => readonly (readonly Thing[])[],
): readonly Thing[] {
  const name = fold(wanted);
  if (name === "") return [];
  const folded = things.map((thing) => ({ thing, name: fold(thing.name) }));
  const exact = folded.filter((candidate) => candidate.name === name);
  if (exact.length > 0) return exact.map(({ thing }) => thing);
  if (isRowNumber(wanted)) return things.filter(({ number }) => number === Number(wanted.trim().slice(1)));
  const place = /^(.+)\.(\d+)$/.exec(name);
  if (place) {
    const found = inPhase(place[1] ?? "").flatMap((phase) => phase[Number(place[2]) - 1] ?? []);
    if (found.length > 0) return found;
  }
  return wordMatches(folded, name);
}

function wordMatches<Thing>(folded: readonly { thing: Thing; name: string }[], name: string): readonly Thing[] {
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

/** For each phase that can be called so, its topics. */
function topicsOfPhase({ phases }: Roadmap, wanted: string): (readonly Topic[])[] {
  return phases.filter((phase) => phase.topics.length > 0 && isPhase(phase, wanted)).map(({ topics }) => topics);
}

/** Whether a person means this phase by its number, its label, or a run of words of it. */
export function isPhase(phase: Phase, wanted: string): boolean {
  const name = fold(wanted);
  if (/^\d+$/.test(name)) return phase.number === Number(name);
  const run = ` ${wordsOf(name).join(" ")} `;
  const label = ` ${wordsOf(`${phase.label} ${phase.name ?? ""}`).join(" ")} `;
  return fold(phase.label) === name || (run.trim() !== "" && label.includes(run));
}

interface Asked<Thing> {
  readonly wanted: string;
  readonly kind: "topic" | "task";
  readonly all: readonly Thing[];
}

function theOnly<Thing extends Named>(found: readonly Thing[], { wanted, kind, all }: Asked<Thing>): Thing {
  const [only, another] = found;
  if (only && another) throw new AmbiguousName(wanted, kind, found);
  if (only) return only;
  const close = nearest(
    wanted,
    all.map(({ name }) => name),
  );
  const list = kind === "topic" ? "`roadmap list` shows every name" : "`roadmap list --tasks` shows every task";
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
  const found =
    "row" in thing ? matchesFor(roadmap.topics, words, () => []) : matchesFor(roadmap.tasks, words, () => []);
  return found.length === 1 && found[0] === thing ? words : `"#${thing.number}"`;
}
