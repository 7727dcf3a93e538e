// The expected merge of three plans, by the identity of sections, topics and tasks, not by their names.

import { parseRoadmap } from "../../src/index.js";
import type { Versions } from "../../src/merge/hunks.js";
import { cellsOf } from "../../src/model/blocks.js";
import { headingAbove } from "../../src/model/outline.js";
import { textAt } from "../../src/text/edit.js";
import type { Plan, Section, Thing } from "./plan-model.js";

/** A topic or task with all its fields, as one text: kind, heading, parent task, name, cells. */
type Fact = string;

export interface Expected {
  readonly facts: readonly Fact[];
  /** Why a person has to decide. */
  readonly conflicts: readonly string[];
  /** Of these, changes that meet a new name that is not near certain. */
  readonly doubtfulNames: number;
  /** Where both a result and a conflict are right. */
  readonly unclear: readonly string[];
}

type Side = "ours" | "theirs";

interface Found {
  readonly section: Section;
  readonly thing: Thing;
}

export function expectedMerge(plans: Versions<Plan>): Expected {
  const conflicts: string[] = [];
  const unclear: string[] = [];
  let doubtfulNames = 0;
  const sections = { base: sectionsOf(plans.base), ours: sectionsOf(plans.ours), theirs: sectionsOf(plans.theirs) };
  const things = { base: thingsOf(plans.base), ours: thingsOf(plans.ours), theirs: thingsOf(plans.theirs) };
  const labels = new Map<string, string>();
  for (const id of new Set([...sections.ours.keys(), ...sections.theirs.keys()])) {
    const [b, o, t] = [sections.base.get(id), sections.ours.get(id), sections.theirs.get(id)];
    const label = threeWay(b?.label, o?.label, t?.label);
    if (label === null) conflicts.push(`both renamed the section ${b?.label}`);
    if (b && !(o && t) && isSectionChanged(id, o ? "ours" : "theirs", { things, sections }))
      conflicts.push(`a deleted section changed`);
    labels.set(id, label ?? o?.label ?? "");
  }
  for (const [id, b] of things.base) {
    const isGone = !things.ours.has(id) && !things.theirs.has(id);
    const isReplaced = replacementOf(b, plans.ours, plans.base) || replacementOf(b, plans.theirs, plans.base);
    if (isGone && isReplaced) unclear.push(`${b.thing.name} is deleted and replaced`);
  }
  const facts: Fact[] = [];
  for (const id of new Set([...things.ours.keys(), ...things.theirs.keys()])) {
    const [b, o, t] = [things.base.get(id), things.ours.get(id), things.theirs.get(id)];
    if (b && !(o && t)) {
      const side = o ? "ours" : "theirs";
      if (isUnknownInPlace(b, o ?? t, plans)) {
        unclear.push(`${b.thing.name} is deleted, or another one that was added`);
        continue;
      }
      const replaced = replacementOf(b, plans[side === "ours" ? "theirs" : "ours"], plans.base);
      if (isChanged(b, o ?? t)) {
        conflicts.push(`${b.thing.name} is deleted and changed`);
        if (replaced) doubtfulNames++;
      } else if (replaced && isPlaceChanged(b, o ?? t)) unclear.push(`${b.thing.name} is replaced and moved`);
      if (hasNewBelow(b, side, things)) conflicts.push(`something is new below ${b.thing.name}, which is deleted`);
      continue;
    }
    const merged = mergeThing({ b, o, t });
    if (typeof merged === "string") (b ? conflicts : unclear).push(merged);
    else facts.push(factOf(labels.get(merged.section) ?? "", merged, parentName(merged.parent, things)));
    if (!b && headingsOfMovedTables(id, plans).length > 0) unclear.push("added to a table that moved");
    for (const [side, other] of [
      ["ours", "theirs"],
      ["theirs", "ours"],
    ] as const) {
      const [own, others] = [things[side].get(id), things[other].get(id)];
      if (!b || !own || !others || [b.thing.name, others.thing.name].includes(own.thing.name)) continue;
      if (isNearCertain(plans.base, plans[side], id)) continue;
      if (isChanged(b, others)) {
        conflicts.push(`${b.thing.name} is renamed, not near certain, and changed`);
        doubtfulNames++;
      } else if (isPlaceChanged(b, others) || isBelowChanged(id, plans.base, plans[other])) {
        unclear.push(`${b.thing.name} is renamed, and what is around it changed`);
      }
    }
    if (b && o && t && b.section.id !== o.section.id && b.section.id !== t.section.id) unclear.push("both moved it");
    if (b && o && t && b.thing.kind === "topic" && isElsewhere({ b, o, t }))
      unclear.push("a topic moved to another table");
    for (const found of [o, t]) {
      const target = found && [sections.ours, sections.theirs].every((one) => one.has(found.section.id));
      if (found && !target && sections.base.has(found.section.id)) unclear.push("moved into a section that is deleted");
    }
  }
  return { facts: facts.sort(), conflicts, unclear, doubtfulNames };
}

function sectionsOf(plan: Plan): Map<string, Section> {
  return new Map(plan.map((section) => [section.id, section]));
}

function thingsOf(plan: Plan): Map<string, Found> {
  return new Map(plan.flatMap((section) => section.things.map((thing) => [thing.id, { section, thing }] as const)));
}

function threeWay<Value>(b: Value | undefined, o: Value | undefined, t: Value | undefined): Value | null {
  if (o === undefined || t === undefined) return o ?? t ?? null;
  if (o === t || b === t) return o;
  return b === o ? t : null;
}

interface Merged {
  readonly kind: string;
  readonly section: string;
  readonly name: string;
  readonly cells: readonly string[];
  readonly parent: string | null;
}

function mergeThing({
  b,
  o,
  t,
}: {
  b: Found | undefined;
  o: Found | undefined;
  t: Found | undefined;
}): Merged | string {
  const one = o ?? t;
  if (!one) return "nobody has it";
  if (!o || !t) return { ...one.thing, section: one.section.id };
  const name = threeWay(b?.thing.name, o.thing.name, t.thing.name);
  const cells = o.thing.cells.map((cell, index) => threeWay(b?.thing.cells[index], cell, t.thing.cells[index]));
  if (name === null || cells.includes(null)) return `both changed ${one.thing.name}`;
  const section = threeWay(b?.section.id, o.section.id, t.section.id) ?? o.section.id;
  return {
    kind: o.thing.kind,
    section,
    name,
    cells: cells.map(String),
    parent: threeWay(b?.thing.parent, o.thing.parent, t.thing.parent),
  };
}

function parentName(id: string | null, things: Versions<Map<string, Found>>): string {
  if (id === null) return "";
  const [b, o, t] = [things.base.get(id), things.ours.get(id), things.theirs.get(id)];
  return threeWay(b?.thing.name, o?.thing.name, t?.thing.name) ?? "";
}

function isChanged({ thing }: Found, now: Found | undefined): boolean {
  return now !== undefined && [thing.name, ...thing.cells].join("|") !== [now.thing.name, ...now.thing.cells].join("|");
}

function isPlaceChanged(before: Found, now: Found | undefined): boolean {
  return now !== undefined && (before.section.id !== now.section.id || before.thing.parent !== now.thing.parent);
}

function isElsewhere({ b, o, t }: { b: Found; o: Found; t: Found }): boolean {
  return (b.section.id !== o.section.id && isChanged(b, t)) || (b.section.id !== t.section.id && isChanged(b, o));
}

interface Indexed {
  readonly things: Versions<Map<string, Found>>;
  readonly sections: Versions<Map<string, Section>>;
}

function isSectionChanged(id: string, side: Side, { things, sections }: Indexed): boolean {
  const others = things[side === "ours" ? "theirs" : "ours"];
  const now = [...things[side].values()].filter(({ section }) => section.id === id);
  const isRenamed = sections.base.get(id)?.label !== sections[side].get(id)?.label;
  return (
    isRenamed ||
    now.some((found) => {
      const before = things.base.get(found.thing.id);
      // What the other side moved out of the section before it deleted it is merged where it is now.
      if (before?.section.id === id && others.has(found.thing.id)) return false;
      return !before || isChanged(before, found) || isPlaceChanged(before, found);
    })
  );
}

function hasNewBelow({ thing: { id } }: Found, side: Side, things: Versions<Map<string, Found>>): boolean {
  return [...things[side].values()].some(({ thing }) => thing.parent === id && !things.base.has(thing.id));
}

function isBelowChanged(id: string, before: Plan, after: Plan): boolean {
  const below = (plan: Plan) => plan.flatMap(({ things }) => things.filter(({ parent }) => parent === id));
  return JSON.stringify(below(before)) !== JSON.stringify(below(after));
}

/**
 * Whether nothing tells that a topic in another table is the same one: it is renamed, or several have its name. A row
 * moved to another table counts as deleted and added (docs/limits.md), unless its table is known by it.
 */
function isUnknownInPlace(before: Found, now: Found | undefined, { base, ours, theirs }: Versions<Plan>): boolean {
  if (!now || before.thing.kind !== "topic" || before.section.id === now.section.id) return false;
  const isRepeated = [base, ours, theirs].some((plan) => {
    const topics = plan.flatMap(({ things }) => things).filter(({ kind }) => kind === "topic");
    return topics.filter(({ name }) => name === before.thing.name).length > 1;
  });
  return isRepeated || before.thing.name !== now.thing.name;
}

/** What a side put in place of an element that it deleted. */
function replacementOf({ section, thing }: Found, side: Plan, base: Plan): Thing | undefined {
  const known = thingsOf(base);
  const now = side.find(({ id }) => id === section.id)?.things ?? [];
  return now.find((one) => one.kind === thing.kind && !known.has(one.id) && one.cells.join() === thing.cells.join());
}

/** The documented rule, implemented independently: place, neighbors, name, and for a topic two unique cells. */
export function isNearCertain(base: Plan, side: Plan, id: string): boolean {
  const [before, after] = [thingsOf(base).get(id), thingsOf(side).get(id)];
  if (!before || !after || before.section.id !== after.section.id) return false;
  if (before.thing.kind === "task" && before.section.label !== after.section.label) return false;
  const list = ({ section, thing }: Found) => section.things.filter(({ kind }) => kind === thing.kind);
  const [olds, news] = [list(before), list(after)];
  const [from, to] = [olds.indexOf(before.thing), news.indexOf(after.thing)];
  const isSame = (step: number) => textOf(olds[from + step]) === textOf(news[to + step]);
  if (!isSame(-1) || !isSame(1) || before.thing.parent !== after.thing.parent) return false;
  if (!isSameName(before.thing.name, after.thing.name)) return false;
  if (before.thing.kind === "task") return true;
  const own = before.thing.cells.filter((cell, column) => {
    const isOnce = (things: readonly Thing[]) => things.filter(({ cells }) => cells[column] === cell).length === 1;
    return cell !== "" && after.thing.cells[column] === cell && isOnce(olds) && isOnce(news);
  });
  return own.length >= 2;
}

function textOf(thing: Thing | undefined): string {
  return thing ? [thing.name, thing.parent, ...thing.cells].join("|") : "";
}

/** Whether a name is another one reworded, so it may be merged. */
export function isSameName(before: string, after: string): boolean {
  const split = (name: string): string[] => name.match(/[\u4e00-\u9fff]|\d+|[A-Za-z]+|[+#]/g) ?? [];
  const [old, now] = [split(before), split(after)];
  const loud = (all: readonly string[]) =>
    all
      .filter((word) => !/^[a-z\u4e00-\u9fff]+$/.test(word))
      .sort()
      .join();
  if (loud(old) !== loud(now)) return false;
  const isWithin = (few: readonly string[], many: readonly string[]) => {
    const left = [...few];
    for (const word of many) if (word === left[0]) left.shift();
    return left.length === 0;
  };
  if (isWithin(old, now) || isWithin(now, old)) return true;
  const changed = old.filter((word, index) => word !== now[index]);
  const [word] = changed;
  const other = now[old.indexOf(word ?? "")] ?? "";
  // The edits of the test omit one letter; the siblings differ in their first one.
  return (
    old.length === now.length &&
    changed.length === 1 &&
    (word?.length ?? 0) >= 5 &&
    other.length >= 5 &&
    word?.[0] === other[0]
  );
}

/**
 * The headings under which a side moved all topics of a section, for a topic that the other side added to it: in the
 * text the table has moved, and git too puts the added topic into it.
 */
function headingsOfMovedTables(id: string, { base, ours, theirs }: Versions<Plan>): string[] {
  const sides = [ours, theirs].map(thingsOf);
  const added = thingsOf(base).has(id) ? undefined : sides.map((things) => things.get(id)).find(Boolean);
  if (added?.thing.kind !== "topic") return [];
  const topics =
    sectionsOf(base)
      .get(added.section.id)
      ?.things.filter(({ kind }) => kind === "topic") ?? [];
  return sides.flatMap((things) => {
    const sections = topics.map((topic) => things.get(topic.id)?.section);
    const [first] = sections;
    const isMoved = first && first.id !== added.section.id && sections.every((one) => one?.id === first.id);
    return isMoved ? [first.label] : [];
  });
}

function factOf(label: string, { kind, name, cells }: Pick<Merged, "kind" | "name" | "cells">, parent: string): Fact {
  return [kind, label, parent, name, ...cells].join(" | ");
}

/** The facts in a text. */
export function factsIn(text: string): Fact[] {
  const { roadmap } = parseRoadmap(text);
  const label = (offset: number) => headingAbove(roadmap, offset)?.label ?? "";
  const topics = roadmap.topics.map(({ row }) => {
    const [name = "", ...cells] = cellsOf(row).map((cell) => textAt(text, cell));
    return factOf(label(row.start), { kind: "topic", name, cells }, "");
  });
  const tasks = roadmap.tasks.map((task) => {
    const fact = { kind: "task", name: task.name, cells: [textAt(text, task.mark)] };
    return factOf(label(task.mark.start), fact, task.parent?.name ?? "");
  });
  return [...topics, ...tasks].sort();
}

/** The first fact with a value or heading that its topic or task has in no version; null if there is none. */
export function strangeFact(text: string, plans: Versions<Plan>): Fact | null {
  const versions = [plans.base, plans.ours, plans.theirs];
  const all = versions.flatMap((plan) =>
    plan.flatMap((section) => section.things.map((thing) => ({ section, thing }))),
  );
  return (
    factsIn(text).find((fact) => {
      const [kind, label, , name, ...cells] = fact.split(" | ");
      const ids = new Set(
        all.filter(({ thing }) => thing.kind === kind && thing.name === name).map(({ thing }) => thing.id),
      );
      const own = all.filter(({ thing }) => ids.has(thing.id));
      const allowed = own.filter(({ thing }) => thing.name === name || isCertainIn(plans, thing.id));
      const labels = new Set([
        ...all
          .filter(({ section }) => own.some((one) => one.section.id === section.id))
          .map(({ section }) => section.label),
        ...[...ids].flatMap((id) => headingsOfMovedTables(id, plans)),
      ]);
      const isKnown = (cell: string, column: number) => allowed.some(({ thing }) => thing.cells[column] === cell);
      return !labels.has(label ?? "") || !cells.every(isKnown);
    }) ?? null
  );
}

function isCertainIn({ base, ours, theirs }: Versions<Plan>, id: string): boolean {
  const before = thingsOf(base).get(id)?.thing.name;
  return [ours, theirs].every((side) => {
    const now = thingsOf(side).get(id)?.thing.name;
    return now === undefined || now === before || isNearCertain(base, side, id);
  });
}
