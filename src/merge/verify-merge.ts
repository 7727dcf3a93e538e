// Verify merge: whether the merged text says what the sides say, looked at by names and not by how it was merged.

import type { Roadmap } from "../model/roadmap.js";
import { linesLost } from "./lost-lines.js";
import { agreed, mapVersions, type Side, type Versions } from "./pieces.js";
import {
  type ByName,
  type Statement,
  tasksByName,
  tasksInPlace,
  textCounts,
  topicsByName,
  topicsInPlace,
} from "./statements.js";

interface Settled {
  /** For which side the conflicts are settled. */
  readonly side: Side;
  readonly hasConflicts: boolean;
}

/**
 * What is wrong with a merge, read again with all its conflicts settled for one side; null when nothing is. Topics and
 * tasks are looked up by name, so that a mistake in matching them shows.
 */
export function verifyMerge(versions: Versions<Roadmap>, merged: Roadmap, settled: Settled): string | null {
  const counts = mapVersions(versions, ({ tables }) => tables.length);
  const hasAsMany = counts.base === counts.ours && counts.base === counts.theirs;
  if (hasAsMany && merged.tables.length !== counts.base) return "a table was removed or added";
  const look = (read: (roadmap: Roadmap) => ByName) => statementsBy(mapVersions(versions, read), read(merged));
  const [topics, tasks] = [look(topicsByName), look(tasksByName)];
  return (
    wrongStatement(settled, topics) ??
    (hasAsMany && isAnyRepeated(topics) ? wrongStatement(settled, look(topicsInPlace), "shared") : null) ??
    wrongStatement(settled, tasks) ??
    (isAnyRepeated(tasks) ? wrongStatement(settled, look(tasksInPlace), "shared") : null) ??
    lostText(settled.side, versions, merged) ??
    linesLost(versions, merged, settled.side)
  );
}

interface Looked extends Versions<ByName> {
  readonly merged: ByName;
  /** What a side says under names that the other side no longer has: it may have renamed them. */
  readonly leftOver: Readonly<Record<Side, readonly Statement[]>>;
}

function statementsBy({ base, ours, theirs }: Versions<ByName>, merged: ByName): Looked {
  const leftIn = (own: ByName, other: ByName) =>
    [...own].flatMap(([name, statements]) => (other.has(name) ? [] : statements));
  return { base, ours, theirs, merged, leftOver: { ours: leftIn(ours, theirs), theirs: leftIn(theirs, ours) } };
}

/** Then a name alone does not tell which is which. */
function isAnyRepeated({ base, ours, theirs }: Looked): boolean {
  return [base, ours, theirs].some((names) => [...names.values()].some(({ length }) => length > 1));
}

/** `shared`: only what all three versions name. */
function wrongStatement(settled: Settled, looked: Looked, asked: "all" | "shared" = "all"): string | null {
  const places = new Set([...looked.merged.values()].flatMap((all) => all.flatMap(placesOf)));
  for (const name of new Set([...looked.ours.keys(), ...looked.theirs.keys(), ...looked.merged.keys()])) {
    const count = (statements: ByName) => statements.get(name)?.length ?? 0;
    const [b, o, t, m] = [count(looked.base), count(looked.ours), count(looked.theirs), count(looked.merged)];
    if (b > 0 && b === o && b === t && m !== b) return `"${name}" appears ${m} times, not ${b}`;
    if (b > 1 || o > 1 || t > 1 || (asked === "shared" && b + o + t < 3)) continue;
    if (m > 1) return `"${name}" appears twice`;
    const wrong = wrongSingle(settled, {
      places,
      known: looked[settled.side],
      leftOver: looked.leftOver,
      base: looked.base.get(name)?.[0],
      ours: looked.ours.get(name)?.[0],
      theirs: looked.theirs.get(name)?.[0],
      merged: looked.merged.get(name)?.[0],
    });
    if (wrong !== null) return `"${name}": ${wrong}`;
  }
  return null;
}

/** Headings and tasks that something may stand under: one that has been renamed is not among them. */
function placesOf({ name, place }: Statement): string[] {
  return [`task above ${name}`, ...[...place].map(([field, text]) => `${field} ${text}`)];
}

interface Single extends Versions<Statement | undefined> {
  readonly places: ReadonlySet<string>;
  /** What the side says for which the conflicts are settled. */
  readonly known: ByName;
  readonly leftOver: Looked["leftOver"];
  readonly merged: Statement | undefined;
}

/** A name that no version has twice. */
function wrongSingle({ side, hasConflicts }: Settled, single: Single): string | null {
  const { base, ours, theirs, merged } = single;
  const own = single[side];
  if (!ours && !theirs) return merged ? "neither side wrote it" : null;
  if (ours && theirs) {
    if (!merged) return "it is missing";
    return wrongField(merged, (field) => expectedOf(side, single, field)) ?? wrongPlace(merged, single);
  }
  if (!base && own && !merged) return "it was added but is missing";
  const lone = ours ?? theirs;
  // With lines in conflict a side may get back what stood among them.
  const isKept = own !== undefined && hasConflicts;
  if (base && merged && lone && isSame(base, lone) && !isKept) return "it was deleted but is present";
  if (!merged || !own) return null;
  const astray = [...own.place].find(([field, text]) => {
    const now = merged.place.get(field) ?? "";
    // Where the other side has deleted what it stood under, it may not end up under a task that it did not stand under.
    const isAdopted = !base && field === "task above" && single.known.has(now);
    return now !== text && (isAdopted || single.places.has(`${field} ${text}`));
  });
  if (astray) return `its ${astray[0]} is not "${astray[1]}"`;
  return wrongField(merged, (field, text) => (isFromRenamed(single, field, text) ? text : own.fields.get(field)));
}

/** Under a new name of one side the other side's changes stand, which it made under the old name. */
function isFromRenamed({ base, ours, leftOver }: Single, field: string, text: string): boolean {
  if (base) return false;
  return leftOver[ours ? "theirs" : "ours"].some(({ fields }) => fields.get(field) === text);
}

/** The heading and the task it stands under, where only one side or neither has changed them. */
function wrongPlace(merged: Statement, { base, ours, theirs }: Single): string | null {
  for (const [field, text] of merged.place) {
    const [b, o, t] = [base, ours, theirs].map((statement) => statement?.place.get(field));
    if (b === undefined || o === undefined || t === undefined) continue;
    const wanted = agreed({ base: b, ours: o, theirs: t });
    if (wanted !== null && wanted !== text) return `its ${field} is "${text}", not "${wanted}"`;
  }
  return null;
}

function isSame(one: Statement, other: Statement): boolean {
  if (one.title !== other.title) return false;
  return [...one.fields].every(([field, text]) => (other.fields.get(field) ?? text) === text);
}

type Expected = (field: string, text: string) => string | undefined;

function wrongField(merged: Statement, expected: Expected): string | null {
  for (const [field, text] of merged.fields) {
    const wanted = expected(field, text);
    if (wanted !== undefined && wanted !== text) return `${field} is "${text}", not "${wanted}"`;
  }
  return null;
}

/** Undefined where the versions do not tell: a column that one of them lacks. */
function expectedOf(side: Side, { base, ours, theirs }: Single, field: string): string | undefined {
  const [o, t] = [ours?.fields.get(field), theirs?.fields.get(field)];
  if (o === undefined || t === undefined) return undefined;
  const b = base ? base.fields.get(field) : "";
  if (b === undefined) return o === t ? o : undefined;
  return agreed({ base: b, ours: o, theirs: t }) ?? (side === "ours" ? o : t);
}

/** What a side wrote into cells and marks has to be somewhere. */
function lostText(side: Side, versions: Versions<Roadmap>, merged: Roadmap): string | null {
  const [before, written, kept] = [textCounts(versions.base), textCounts(versions[side]), textCounts(merged)];
  for (const [text, count] of written) {
    if (text !== "" && count > (before.get(text) ?? 0) && !kept.has(text)) return `"${text}" is lost`;
  }
  return null;
}
