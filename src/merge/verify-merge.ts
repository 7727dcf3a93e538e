// Verify merge: whether the merged text has the values of both sides, compared by name, not by how it was merged.

import { plainText } from "../model/inline-text.js";
import type { Roadmap } from "../model/roadmap.js";
import { countEach } from "../text/arrays.js";
import { lineAt, lineStarts } from "../text/lines.js";
import {
  type ByName,
  type HeadingRenames,
  headingRenames,
  type Statement,
  tasksByName,
  tasksInPlace,
  textsIn,
  topicsAndTasks,
  topicsByName,
  topicsInPlace,
} from "./facts.js";
import { agreed, mapVersions, type Side, type Versions } from "./hunks.js";
import { isReworded } from "./near-certain.js";

// Lost lines: other lines that a side wrote or both kept, and that the merged text lacks.

/** The first such line, as text; null if there is none. Ignores trailing whitespace. */
function linesLost(versions: Versions<Roadmap>, merged: Roadmap, side: Side): string | null {
  const [base, own, other] = [
    countLines(versions.base),
    countLines(versions[side]),
    countLines(versions[side === "ours" ? "theirs" : "ours"]),
  ];
  const left = countLines(merged);
  for (const [line, count] of own) {
    const before = base.get(line) ?? 0;
    const isKept = before > 0 && count >= before && (other.get(line) ?? 0) >= before;
    if ((count > before || isKept) && !left.has(line)) return `the line "${line}" is lost`;
  }
  return null;
}

function countLines(roadmap: Roadmap): Map<string, number> {
  const starts = lineStarts(roadmap.text);
  const elsewhere = linesOfTopicsAndTasks(roadmap, starts);
  const lines = starts.map((start, index) =>
    elsewhere.has(index) ? "" : roadmap.text.slice(start, starts[index + 1]).trimEnd(),
  );
  return countEach(lines.filter((line) => line !== ""));
}

function linesOfTopicsAndTasks({ tables, tasks }: Roadmap, starts: readonly number[]): Set<number> {
  const lines = new Set(tasks.map(({ mark }) => lineAt(starts, mark.start)));
  for (const { table } of tables) {
    const first = lineAt(starts, table.span.start);
    for (let line = first; line <= lineAt(starts, table.span.end - 1); line++) lines.add(line);
  }
  return lines;
}

// Lost texts: texts that a side wrote into a cell, a mark or a name, and that the merged roadmap lacks.

/** The first of them, as text; null if there is none. */
function lostText(versions: Versions<Roadmap>, merged: Roadmap, side: Side): string | null {
  const [before, written] = differingStatements(topicsAndTasks(versions.base), topicsAndTasks(versions[side]));
  const counts = countTexts(before);
  const added = [...countTexts(written)].filter(([text, count]) => text !== "" && count > (counts.get(text) ?? 0));
  const lost = added.find(([text]) => !textsIn(merged).has(text));
  return lost ? `"${lost[0]}" is lost` : null;
}

/** The statements of each version that the other lacks: shared ones say nothing about what was written. */
function differingStatements(before: readonly Statement[], after: readonly Statement[]): [Statement[], Statement[]] {
  const counts = countEach(before.map(({ text }) => text));
  const written = after.filter(({ text }) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count <= 0;
  });
  const gone = before.filter(({ text }) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count > 0;
  });
  return [gone, written];
}

/** The number of occurrences of each text in cells, marks and tasks. */
function countTexts(statements: readonly Statement[]): Map<string, number> {
  return countEach(statements.flatMap(({ fields, title }) => [title, ...fields.values()]));
}

interface Settled {
  /** The side for which the conflicts are resolved. */
  readonly side: Side;
  readonly hasConflicts: boolean;
}

/**
 * The problem with a merge, read again with all conflicts resolved for one side; null if there is none. Topics and
 * tasks are looked up by name, to reveal mistakes in matching them.
 */
export function verifyMerge(versions: Versions<Roadmap>, merged: Roadmap, settled: Settled): string | null {
  const renames: Partial<Record<Side, HeadingRenames>> = {};
  const renamesOf = (side: Side) => {
    renames[side] ??= headingRenames(versions.base, versions[side]);
    return renames[side];
  };
  const context = { ...settled, renamesOf };
  const look = (read: (roadmap: Roadmap) => ByName) => statementsBy(mapVersions(versions, read), read(merged));
  const [topics, tasks] = [look(topicsByName), look(tasksByName)];
  return (
    wrongStatement(context, topics) ??
    (isAnyRepeated(topics) ? wrongStatement(context, look(topicsInPlace), "shared") : null) ??
    wrongStatement(context, tasks) ??
    (isAnyRepeated(tasks) ? wrongStatement(context, look(tasksInPlace), "shared") : null) ??
    lostText(versions, merged, settled.side) ??
    linesLost(versions, merged, settled.side)
  );
}

interface Context extends Settled {
  /** Lazy, because it is rarely needed. */
  readonly renamesOf: (side: Side) => HeadingRenames;
}

interface Looked extends Versions<ByName> {
  readonly merged: ByName;
  /** Statements of a side under names that the other side no longer has: it may have renamed them. */
  readonly leftOver: Readonly<Record<Side, readonly Statement[]>>;
}

function statementsBy({ base, ours, theirs }: Versions<ByName>, merged: ByName): Looked {
  const leftIn = (own: ByName, other: ByName) =>
    [...own].flatMap(([name, statements]) => (other.has(name) ? [] : statements));
  return { base, ours, theirs, merged, leftOver: { ours: leftIn(ours, theirs), theirs: leftIn(theirs, ours) } };
}

/** Then a name alone does not tell which ones correspond. */
function isAnyRepeated({ base, ours, theirs }: Looked): boolean {
  return [base, ours, theirs].some((names) => [...names.values()].some(({ length }) => length > 1));
}

/** `shared`: only names that all three versions have. */
function wrongStatement(context: Context, looked: Looked, asked: "all" | "shared" = "all"): string | null {
  for (const name of new Set([...looked.ours.keys(), ...looked.theirs.keys(), ...looked.merged.keys()])) {
    const count = (statements: ByName) => statements.get(name)?.length ?? 0;
    const [b, o, t, m] = [count(looked.base), count(looked.ours), count(looked.theirs), count(looked.merged)];
    if (b > 0 && b === o && b === t && m !== b) return `"${name}" appears ${m} times, not ${b}`;
    if (b > 1 || o > 1 || t > 1 || (asked === "shared" && b + o + t < 3)) continue;
    if (m > 1) return `"${name}" appears twice`;
    const wrong = wrongSingle(context, {
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

interface Single extends Versions<Statement | undefined> {
  readonly leftOver: Looked["leftOver"];
  readonly merged: Statement | undefined;
}

/** A name that no version has twice. */
function wrongSingle(context: Context, single: Single): string | null {
  const { base, ours, theirs, merged } = single;
  if (!ours && !theirs) return merged ? "neither side wrote it" : null;
  if (ours && theirs) return merged ? wrongShared(context, single, merged) : "it is missing";
  const own = single[context.side];
  const lone = ours ?? theirs;
  if (!lone) return null;
  const isChanged = !base || !isSame(base, lone);
  if (own && !merged)
    return isChanged && !isRenamed(single, lone) ? `it was ${base ? "changed" : "added"} but is missing` : null;
  if (!merged) return null;
  // With lines in conflict, a side may get back elements that were among them.
  const isKept = own !== undefined && (context.hasConflicts || isChanged);
  if (base && !isKept) return "it was deleted but is present";
  return wrongLone(context, single, { lone, merged });
}

function wrongShared(context: Context, single: Single, merged: Statement): string | null {
  const expected = (part: Part) => (field: string) => expectedOf(context.side, single, { part, field });
  const isUntouched = [single.base, single.ours, single.theirs].every((one) => one?.text === merged.text);
  return (
    (isUntouched ? null : wrongField(merged.fields, expected("fields"))) ??
    wrongField(merged.meaning, expected("meaning")) ??
    wrongHeading(context, single, merged) ??
    wrongParent(context, single, merged)
  );
}

interface Lone {
  readonly lone: Statement;
  readonly merged: Statement;
}

/** Something that only one side has: added, renamed, or deleted by the other one. */
function wrongLone(context: Context, single: Single, { lone, merged }: Lone): string | null {
  const wrong = wrongField(merged.fields, (field, text) => {
    const own = lone.fields.get(field);
    return own !== text && isFromRenamed(single, field, text) ? text : own;
  });
  // The other side may have deleted a column, or renamed it.
  const isGone = (field: string) => lone.fields.has(field) && !merged.fields.has(field);
  const isOwn = [...merged.fields].every(([field, text]) => (lone.fields.get(field) ?? text) === text);
  return (
    wrong ??
    (isOwn ? wrongField(merged.meaning, (field) => (isGone(field) ? undefined : lone.meaning.get(field))) : null) ??
    wrongHeading(context, single, merged) ??
    wrongParent(context, single, merged)
  );
}

/** Whether the other side may have renamed it. */
function isRenamed({ base, ours, leftOver }: Single, lone: Statement): boolean {
  const others = leftOver[ours ? "theirs" : "ours"];
  return base !== undefined && others.some(({ title }) => isReworded(plainText(lone.title), plainText(title)));
}

/** Whether the text is the other side's change of that field, made before it knew the new name. */
function isFromRenamed({ base, ours, theirs, leftOver }: Single, field: string, text: string): boolean {
  const own = ours ?? theirs;
  if (base || !own) return false;
  return leftOver[ours ? "theirs" : "ours"].some(
    ({ title, fields }) => fields.get(field) === text && isReworded(plainText(title), plainText(own.title)),
  );
}

/** It must be under the headings where a side had it, or under those that the other side renamed. */
function wrongHeading({ renamesOf, ...settled }: Context, single: Single, merged: Statement): string | null {
  const { base, ours, theirs } = single;
  const isRenamed = (from: string, to: string) =>
    renamesOf("ours").get(from)?.has(to) || renamesOf("theirs").get(from)?.has(to);
  for (const [level, label] of merged.headings.entries()) {
    const [b, o, t] = [base, ours, theirs].map((statement) => statement?.headings[level]);
    const isBoth = ours !== undefined && theirs !== undefined;
    const wanted = isBoth ? agreed({ base: b ?? null, ours: o ?? null, theirs: t ?? null }) : (o ?? t ?? null);
    // With a heading in conflict, elements are under the heading of the chosen side.
    const own = settled.hasConflicts ? [single[settled.side]?.headings[level]] : [];
    const allowed = isBoth && wanted === null ? [o, t] : [wanted, ...own.filter((heading) => heading !== undefined)];
    const isRight = allowed.some((one) => one == null || one === label || isRenamed(one, label));
    if (!isRight) return `its heading is "${label}", not "${allowed[0]}"`;
  }
  return null;
}

/** What both sides have must be under the task to which one moved it; what one added, where it was added. */
function wrongParent({ side, hasConflicts }: Settled, single: Single, merged: Statement): string | null {
  const { base, ours, theirs, leftOver } = single;
  if (hasConflicts && single[side]?.parent === merged.parent) return null;
  const lone = ours && theirs ? null : (ours ?? theirs);
  const wanted = lone
    ? lone.parent
    : agreed({ base: base?.parent ?? null, ours: ours?.parent ?? null, theirs: theirs?.parent ?? null });
  if (wanted === null || wanted === merged.parent || (lone && base)) return null;
  // The other side may have renamed that task.
  const before = leftOver[ours ? "ours" : "theirs"].find(({ name }) => name === wanted);
  const after = leftOver[ours ? "theirs" : "ours"].find(({ name }) => name === merged.parent);
  if (lone && before && after && isReworded(before.title, after.title)) return null;
  return `its parent task is "${merged.parent}", not "${wanted}"`;
}

function isSame(one: Statement, other: Statement): boolean {
  if (one.title !== other.title) return false;
  return [...one.fields].every(([field, text]) => (other.fields.get(field) ?? text) === text);
}

type Expected = (field: string, text: string) => string | undefined;

function wrongField(fields: ReadonlyMap<string, string>, expected: Expected): string | null {
  for (const [field, text] of fields) {
    const wanted = expected(field, text);
    if (wanted !== undefined && wanted !== text) return `${field} is "${text}", not "${wanted}"`;
  }
  return null;
}

type Part = "fields" | "meaning";

/** Undefined if the versions do not determine it: a column that one of them lacks. */
function expectedOf(side: Side, single: Single, { part, field }: { part: Part; field: string }): string | undefined {
  const [o, t] = [single.ours?.[part].get(field), single.theirs?.[part].get(field)];
  if (o === undefined || t === undefined) return undefined;
  const b = single.base ? single.base[part].get(field) : "";
  if (b === undefined) return o === t ? o : undefined;
  return agreed({ base: b, ours: o, theirs: t }) ?? (side === "ours" ? o : t);
}
