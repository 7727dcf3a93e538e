// Verification of a merge: whether the merged text has the values of both sides, compared by name.

import { plainText } from "../model/inline-text.js";
import type { Roadmap } from "../model/roadmap.js";
import { countEach } from "../text/arrays.js";
import { lineAt, lineStarts, linesWithEndings } from "../text/lines.js";
import { memoize } from "../text/memoize.js";
import {
  type ByName,
  type Facts,
  type HeadingRenames,
  headingRenames,
  tasksByName,
  tasksInPlace,
  textsIn,
  topicsAndTasks,
  topicsByName,
  topicsInPlace,
} from "./facts.js";
import { mapVersions, mergedValue, type Side, type Versions } from "./hunks.js";
import { isReworded } from "./reworded-names.js";

interface SideContext {
  /** The side for which the conflicts are resolved. */
  readonly side: Side;
  readonly hasConflicts: boolean;
}

/**
 * The problem with a merge, read again with all conflicts resolved for one side; null if there is none. Topics and
 * tasks are looked up by name, to reveal mistakes in matching them.
 */
export function verifyMerge(versions: Versions<Roadmap>, merged: Roadmap, sideContext: SideContext): string | null {
  const renames: Partial<Record<Side, HeadingRenames>> = {};
  const renamesOf = (side: Side) => {
    renames[side] ??= headingRenames(versions.base, versions[side]);
    return renames[side];
  };
  const context = { ...sideContext, renamesOf };
  const factsOf = (read: (roadmap: Roadmap) => ByName) => factsBy(mapVersions(versions, read), read(merged));
  const [topics, tasks] = [factsOf(topicsByName), factsOf(tasksByName)];
  return (
    wrongFacts(context, topics) ??
    (isAnyRepeated(topics) ? wrongFacts(context, factsOf(topicsInPlace), "shared") : null) ??
    wrongFacts(context, tasks) ??
    (isAnyRepeated(tasks) ? wrongFacts(context, factsOf(tasksInPlace), "shared") : null) ??
    lostText(versions, merged, sideContext.side) ??
    lostLine(versions, merged, sideContext.side) ??
    (sideContext.hasConflicts ? tornLine(versions, merged) : null)
  );
}

interface Context extends SideContext {
  /** Lazy, because it is rarely needed. */
  readonly renamesOf: (side: Side) => HeadingRenames;
}

interface FactsByVersion extends Versions<ByName> {
  readonly merged: ByName;
  /** Facts of a side under names that the other side no longer has: it may have renamed them. */
  readonly unmatched: Readonly<Record<Side, readonly Facts[]>>;
}

function factsBy({ base, ours, theirs }: Versions<ByName>, merged: ByName): FactsByVersion {
  const leftIn = (own: ByName, other: ByName) => [...own].flatMap(([name, facts]) => (other.has(name) ? [] : facts));
  return { base, ours, theirs, merged, unmatched: { ours: leftIn(ours, theirs), theirs: leftIn(theirs, ours) } };
}

/** Whether a version has a name twice: then a name alone does not tell which ones correspond. */
function isAnyRepeated({ base, ours, theirs }: FactsByVersion): boolean {
  return [base, ours, theirs].some((names) => [...names.values()].some(({ length }) => length > 1));
}

/** `shared`: only names that all three versions have. */
function wrongFacts(context: Context, factsByVersion: FactsByVersion, names: "all" | "shared" = "all"): string | null {
  for (const name of new Set([
    ...factsByVersion.ours.keys(),
    ...factsByVersion.theirs.keys(),
    ...factsByVersion.merged.keys(),
  ])) {
    const count = (facts: ByName) => facts.get(name)?.length ?? 0;
    const [b, o, t, m] = [
      count(factsByVersion.base),
      count(factsByVersion.ours),
      count(factsByVersion.theirs),
      count(factsByVersion.merged),
    ];
    if (b > 0 && b === o && b === t && m !== b) return `"${name}" appears ${m} times, not ${b}`;
    if (b > 1 || o > 1 || t > 1 || (names === "shared" && b + o + t < 3)) continue;
    if (m > 1) return `"${name}" appears twice`;
    const wrong = wrongSingle(context, {
      unmatched: factsByVersion.unmatched,
      base: factsByVersion.base.get(name)?.[0],
      ours: factsByVersion.ours.get(name)?.[0],
      theirs: factsByVersion.theirs.get(name)?.[0],
      merged: factsByVersion.merged.get(name)?.[0],
    });
    if (wrong !== null) return `"${name}": ${wrong}`;
  }
  return null;
}

interface Single extends Versions<Facts | undefined> {
  readonly unmatched: FactsByVersion["unmatched"];
  readonly merged: Facts | undefined;
}

/** A name that no version has twice. */
function wrongSingle(context: Context, single: Single): string | null {
  const { base, ours, theirs, merged } = single;
  if (!ours && !theirs) return merged ? "neither side wrote it" : null;
  if (ours && theirs) return merged ? wrongShared(context, single, merged) : "it is missing";
  const own = single[context.side];
  const oneSided = ours ?? theirs;
  if (!oneSided) return null;
  const isChanged = !base || !isSame(base, oneSided);
  if (own && !merged)
    return isChanged && !isRenamed(single, oneSided) ? `it was ${base ? "changed" : "added"} but is missing` : null;
  if (!merged) return null;
  // With lines in conflict, a side may get back elements that were among them.
  const isKept = own !== undefined && (context.hasConflicts || isChanged);
  if (base && !isKept) return "it was deleted but is present";
  return wrongOneSided(context, single, { oneSided, merged });
}

function wrongShared(context: Context, single: Single, merged: Facts): string | null {
  const expected = (part: Part) => (field: string) => expectedOf(context.side, single, { part, field });
  const isUntouched = [single.base, single.ours, single.theirs].every((facts) => facts?.text === merged.text);
  return (
    (isUntouched ? null : wrongField(merged.fields, expected("fields"))) ??
    wrongField(merged.meaning, expected("meaning")) ??
    wrongHeading(context, single, merged) ??
    wrongParent(context, single, merged)
  );
}

interface OneSided {
  readonly oneSided: Facts;
  readonly merged: Facts;
}

/** Something that only one side has: added, renamed, or deleted by the other one. */
function wrongOneSided(context: Context, single: Single, { oneSided, merged }: OneSided): string | null {
  const wrong = wrongField(merged.fields, (field, text) => {
    const own = oneSided.fields.get(field);
    return own !== text && isFromRenamed(single, field, text) ? text : own;
  });
  // The other side may have deleted a column, or renamed it.
  const isGone = (field: string) => oneSided.fields.has(field) && !merged.fields.has(field);
  const isOwn = [...merged.fields].every(([field, text]) => (oneSided.fields.get(field) ?? text) === text);
  return (
    wrong ??
    (isOwn ? wrongField(merged.meaning, (field) => (isGone(field) ? undefined : oneSided.meaning.get(field))) : null) ??
    wrongHeading(context, single, merged) ??
    wrongParent(context, single, merged)
  );
}

/** Whether the other side may have renamed it. */
function isRenamed({ base, ours, unmatched }: Single, oneSided: Facts): boolean {
  const others = unmatched[ours ? "theirs" : "ours"];
  return base !== undefined && others.some(({ title }) => isReworded(plainText(oneSided.title), plainText(title)));
}

/** Whether the text is the other side's change of that field, made before it knew the new name. */
function isFromRenamed({ base, ours, theirs, unmatched }: Single, field: string, text: string): boolean {
  const own = ours ?? theirs;
  if (base || !own) return false;
  return unmatched[ours ? "theirs" : "ours"].some(
    ({ title, fields }) => fields.get(field) === text && isReworded(plainText(title), plainText(own.title)),
  );
}

/** It must be under the headings where a side had it, or under those that the other side renamed. */
function wrongHeading({ renamesOf, ...sideContext }: Context, single: Single, merged: Facts): string | null {
  const { base, ours, theirs } = single;
  const isRenamed = (from: string, to: string) =>
    renamesOf("ours").get(from)?.has(to) || renamesOf("theirs").get(from)?.has(to);
  // Without a heading above it, its heading is blank.
  const headings = merged.headings.length > 0 ? merged.headings : [""];
  for (const [level, label] of headings.entries()) {
    const [b, o, t] = [base, ours, theirs].map((facts) => facts?.headings[level]);
    const isBoth = ours !== undefined && theirs !== undefined;
    const wanted = isBoth ? mergedValue({ base: b ?? null, ours: o ?? null, theirs: t ?? null }) : (o ?? t ?? null);
    // With a heading in conflict, elements are under the heading of the chosen side.
    const own = sideContext.hasConflicts ? [single[sideContext.side]?.headings[level]] : [];
    const allowed = isBoth && wanted === null ? [o, t] : [wanted, ...own.filter((heading) => heading !== undefined)];
    const isRight = allowed.some((heading) => heading == null || heading === label || isRenamed(heading, label));
    if (!isRight) return `its heading is "${label}", not "${allowed[0]}"`;
  }
  return null;
}

/** What both sides have must be under the task to which one moved it; what one added, where it was added. */
function wrongParent({ side, hasConflicts }: SideContext, single: Single, merged: Facts): string | null {
  const { base, ours, theirs, unmatched } = single;
  if (hasConflicts && single[side]?.parent === merged.parent) return null;
  const oneSided = ours && theirs ? null : (ours ?? theirs);
  if (!oneSided) return wrongSharedParent(single, merged);
  const wanted = oneSided.parent;
  if (wanted === merged.parent || base) return null;
  // The other side may have renamed that task.
  const before = unmatched[ours ? "ours" : "theirs"].find(({ name }) => name === wanted);
  const after = unmatched[ours ? "theirs" : "ours"].find(({ name }) => name === merged.parent);
  if (before && after && isReworded(before.title, after.title)) return null;
  return `its parent task is "${merged.parent}", not "${wanted}"`;
}

/** A side that only renamed the parent task, or replaced it, did not move what is below it. */
function wrongSharedParent({ unmatched, ...versions }: Single, merged: Facts): string | null {
  const { base, ours, theirs } = mapVersions(versions, (facts) => facts?.parent ?? null);
  const has = (side: Side, parent: string | null) => unmatched[side].some(({ name }) => name === parent);
  const isRenamed = (side: Side, own: string | null) =>
    own !== base && has(side, own) && has(side === "ours" ? "theirs" : "ours", base);
  const wanted = mergedValue({
    base,
    ours: isRenamed("ours", ours) ? base : ours,
    theirs: isRenamed("theirs", theirs) ? base : theirs,
  });
  const isRight = [null, merged.parent].includes(wanted) || (wanted === base && [ours, theirs].includes(merged.parent));
  return isRight ? null : `its parent task is "${merged.parent}", not "${wanted}"`;
}

function isSame(one: Facts, other: Facts): boolean {
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
  return mergedValue({ base: b, ours: o, theirs: t }) ?? (side === "ours" ? o : t);
}

// What a side wrote, or both kept, and the merged text lacks.

/** The first lost line, as text; null if there is none. Ignores trailing whitespace. */
function lostLine(versions: Versions<Roadmap>, merged: Roadmap, side: Side): string | null {
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

/**
 * A line of topics or tasks in every version that has it, but plain text in the merged one: the line that kept it apart
 * is in a conflict. Without conflicts, a topic or task would be missing by name.
 */
function tornLine(versions: Versions<Roadmap>, merged: Roadmap): string | null {
  const all = Object.values(versions);
  const plain = new Set(all.flatMap((roadmap) => [...countLines(roadmap).keys()]));
  const known = new Set(all.flatMap(({ text }) => linesWithEndings(text).map((line) => line.trimEnd())));
  const torn = [...countLines(merged).keys()].find((line) => known.has(line) && !plain.has(line));
  return torn === undefined ? null : `the line "${torn}" has become plain text`;
}

/** The lines outside topic tables and tasks. */
const countLines = memoize((roadmap: Roadmap) => {
  const starts = lineStarts(roadmap.text);
  const ignoredLines = linesOfTopicsAndTasks(roadmap, starts);
  const lines = starts.map((start, index) =>
    ignoredLines.has(index) ? "" : roadmap.text.slice(start, starts[index + 1]).trimEnd(),
  );
  return countEach(lines.filter((line) => line !== ""));
});

function linesOfTopicsAndTasks({ tables, tasks }: Roadmap, starts: readonly number[]): Set<number> {
  const lines = new Set(tasks.map(({ mark }) => lineAt(starts, mark.start)));
  for (const { table } of tables) {
    const first = lineAt(starts, table.span.start);
    for (let line = first; line <= lineAt(starts, table.span.end - 1); line++) lines.add(line);
  }
  return lines;
}

/** The first text that a side wrote into a cell, a mark or a name, and that the merged roadmap lacks; null if none. */
function lostText(versions: Versions<Roadmap>, merged: Roadmap, side: Side): string | null {
  const [before, written] = differingFacts(topicsAndTasks(versions.base), topicsAndTasks(versions[side]));
  const counts = countTexts(before);
  const added = [...countTexts(written)].filter(([text, count]) => text !== "" && count > (counts.get(text) ?? 0));
  const lost = added.find(([text]) => !textsIn(merged).has(text));
  return lost ? `"${lost[0]}" is lost` : null;
}

/** The facts of each version that the other lacks: shared ones do not show what was written. */
function differingFacts(before: readonly Facts[], after: readonly Facts[]): [Facts[], Facts[]] {
  const counts = countEach(before.map(({ text }) => text));
  const written = after.filter(({ text }) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count <= 0;
  });
  const deleted = before.filter(({ text }) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count > 0;
  });
  return [deleted, written];
}

/** The number of occurrences of each text in cells, marks and tasks. */
function countTexts(facts: readonly Facts[]): Map<string, number> {
  return countEach(facts.flatMap(({ fields, title }) => [title, ...fields.values()]));
}
