// Renaming of a phase: its heading, and all cells that refer to it.

import { cellTextAt, type Heading } from "../model/blocks.js";
import { UserError } from "../model/errors.js";
import { isPhaseWord } from "../model/headers.js";
import { escapeCell, plainText } from "../model/inline-text.js";
import { meaningOf } from "../model/meaning.js";
import {
  beforeName,
  isOneName,
  type LabeledHeading,
  labeledHeadings,
  lineNumberAt,
  parentOf,
  phaseAbove,
  placeText,
  trackOf,
} from "../model/outline.js";
import { isPhase, phaseLabelOf } from "../model/phase.js";
import { hasNumberOnly } from "../model/phase-words.js";
import { cellText, columnIndex, type Roadmap, type Topic, type TopicTable } from "../model/roadmap.js";
import { type Way, ways } from "../model/ways.js";
import { groupBy } from "../text/arrays.js";
import { textAt } from "../text/edit.js";
import { normalize } from "../text/normalize.js";
import { counted } from "../text/plural.js";
import { type Change, changeEdits, editedValue, type Plan } from "./operation.js";
import { isOnTrack, numberedLabel } from "./phase-place.js";
import type { StructuralEdit } from "./structural-edit.js";
import { matchingPhases, tableNumbered } from "./table-place.js";
import { cellChange } from "./topic-changes.js";
import { headingText, isUnderlined, lostLinks, renamedText, underlinedText } from "./typed-text.js";

interface Renaming {
  readonly to: string;
  readonly table?: string | number | undefined;
  readonly track?: string | undefined;
}

/** A phase that can be renamed: a heading, or equal cells of one table. */
interface Renamable extends Pick<LabeledHeading, "label" | "number" | "name"> {
  readonly at: number;
  readonly heading: Heading | null;
  readonly topics: readonly Topic[];
}

export function renamePhasePlan(roadmap: Roadmap, wanted: string, { to, table, track }: Renaming): Plan {
  const all = [
    ...(track === undefined ? inCells(roadmap, table) : []),
    ...(table === undefined ? overTasks(roadmap, track) : []),
  ];
  const named = matchingPhases(all, wanted);
  const matching = named.length > 0 || table !== undefined ? named : matchingPhases(headings(roadmap, track), wanted);
  const [phase, another] = wholePhases(roadmap, matching, table !== undefined);
  if (phase && !another) {
    const [cells] = phase.cells;
    if (!phase.heading && cells && table === undefined) refuseSeveralHeadings(roadmap, cells);
    return phasePlan(roadmap, phase, to);
  }
  throw new UserError(
    phase ? "PHASE_AMBIGUOUS" : "PHASE_NOT_FOUND",
    phase
      ? `"${wanted}" matches ${matching.length} phases: ${matching.map((match) => placedText(roadmap, match)).join(", ")}`
      : `no phase matches "${wanted}"`,
    phase
      ? "use its full name; --track chooses the track of a heading, --table the table"
      : knownPhases(all.map(({ label }) => `"${label}"`)),
  );
}

/** A phase with everything that refers to it. */
interface WholePhase {
  readonly heading: LabeledHeading | null;
  readonly cells: readonly Renamable[];
}

/** Combines cells with the heading they refer to, unless only the cells of one table are requested. */
function wholePhases(roadmap: Roadmap, parts: readonly Renamable[], isOneTable: boolean): WholePhase[] {
  const all = inCells(roadmap, undefined).map((cells) => ({ cells, heading: headingOfCells(roadmap, cells) }));
  const wholes = parts.map((part): [object, WholePhase] => {
    const heading =
      labeledHeadings(roadmap).find((known) => known.heading === part.heading) ?? headingOfCells(roadmap, part);
    const cells = all.filter((known) => heading && known.heading === heading).map((known) => known.cells);
    const isPart = isOneTable && cells.length > 1;
    return heading && !isPart ? [heading, { heading, cells }] : [part, { heading: null, cells: [part] }];
  });
  return [...new Map(wholes).values()];
}

function phasePlan(roadmap: Roadmap, { heading, cells }: WholePhase, to: string): Plan {
  const [first] = cells;
  if (!heading) {
    if (!first) throw new RangeError("a phase is named by cells or by a heading");
    return cellsPlan(roadmap, first, to);
  }
  if (!first) {
    refuseSibling(roadmap, heading, plainText(headingText(to)));
    return headingPlan(roadmap, heading.heading, { to, changes: [] });
  }
  const names = namesAfter(heading.label, first.label, to.trim());
  refuseOtherHeading(roadmap, heading, { label: names.cells, topics: first.topics });
  const others = cells.filter(({ label }) => normalize(label) !== normalize(names.cells));
  const changes = others.flatMap((other) => cellsPlan(roadmap, other, names.cells).changes);
  return headingPlan(roadmap, heading.heading, { to: names.heading, changes });
}

function knownPhases(labels: readonly string[]): Way | Way[] {
  return labels.length === 0
    ? ways`no phases yet; ${{ operation: "add-phase", input: {} }} adds one`
    : `phases: ${labels.slice(0, 8).join(", ")}`;
}

function placedText(roadmap: Roadmap, { label, at, heading }: Renamable): string {
  return heading ? `the heading "${label}"` : `"${label}" in the table ${placeText(roadmap, at)}`;
}

function inCells(roadmap: Roadmap, number: string | number | undefined): Renamable[] {
  const only = number === undefined ? null : tableNumbered(roadmap, number);
  const topics = roadmap.topics.filter((topic) => topic.phase?.heading === null && (!only || topic.table === only));
  const keyOf = ({ table, phase }: Topic) => `${roadmap.tables.indexOf(table)} ${normalize(phase?.label ?? "")}`;
  return [...groupBy(topics, keyOf).values()].flatMap((topics) => {
    const [first] = topics;
    if (!first?.phase) return [];
    const { label, number } = first.phase;
    return [{ label, name: null, number, at: first.table.table.span.start, heading: null, topics }];
  });
}

/** The headings that define phases: those directly above tasks, or above topics whose own cells have no phase. */
function overTasks(roadmap: Roadmap, track: string | undefined): Renamable[] {
  const offsets = [
    ...roadmap.tasks.map(({ mark }) => mark.start),
    ...roadmap.topics.filter(({ phase }) => phase?.heading).map(({ row }) => row.start),
  ];
  const used = new Set(offsets.map((offset) => phaseAbove(roadmap, offset)?.heading));
  return headings(roadmap, track).filter(({ heading }) => used.has(heading));
}

/** All headings, because a phase may still be empty. */
function headings(roadmap: Roadmap, track: string | undefined): (Renamable & { readonly heading: Heading })[] {
  return labeledHeadings(roadmap)
    .filter((phase) => track === undefined || isOnTrack(roadmap, phase, track))
    .map((phase) => ({ ...phase, at: phase.heading.span.start, topics: [] }));
}

interface HeadingRename {
  readonly to: string;
  /** The changes of the cells that refer to the heading. */
  readonly changes: readonly Change[];
}

function headingPlan(roadmap: Roadmap, heading: Heading, { to, changes }: HeadingRename): Plan {
  const from = textAt(roadmap.text, heading.content);
  const content = headingText(to);
  const id = /\s+\{#[\w:.-]+\}\s*$/.exec(from)?.[0] ?? "";
  const name = from.slice(0, from.length - id.length);
  const text = renamedText(name, isUnderlined(heading) ? underlinedText(content) : content) + id;
  const number = roadmap.blocks.headings.indexOf(heading) + 1;
  const subject = { type: "phase", number, name: plainText(text), at: heading.span.start } as const;
  const notes = [...lostLinks(from, text), ...countNotes(changes)];
  const shared = { subject, changes: [], notes, next: "roadmap progress" };
  if (from === text) {
    return changes.length > 0 ? { ...shared, changes, already: null } : { ...shared, already: "already has that name" };
  }
  return {
    ...shared,
    structuralEdit: {
      edits: [{ at: heading.content, text }, ...changeEdits(roadmap, changes)],
      ...(changes.length > 0 ? { topics: topicsAfter(roadmap, changes) } : {}),
      headings: {
        removed: [heading],
        added: [{ before: heading, what: { depth: heading.depth, content: text, lead: "" } }],
      },
      renamedPhase: [plainText(from), plainText(text)],
      summary: "phase renamed",
      values: [
        { column: "name", from, to: text },
        ...changes.flatMap((change) => ("column" in change ? editedValue(roadmap, change) : [])),
      ],
      adds: [],
    },
    already: null,
  };
}

/** Each topic stays in place with another phase in its cell. */
function topicsAfter(roadmap: Roadmap, changes: readonly Change[]): NonNullable<StructuralEdit["topics"]> {
  const added = changes.flatMap((change) => {
    if (!("column" in change)) return [];
    const { topic, column, text, means } = change;
    const columns = topic.table.table.alignments.map((_, index) => index);
    const cells = new Map(columns.map((index) => [index, cellTextAt(roadmap.text, topic.row, index)]));
    cells.set(columnIndex(topic.table, column) ?? -1, text);
    return [{ before: topic, what: { cells, means: { ...meaningOf(topic), phase: plainText(text), ...means } } }];
  });
  return { removed: added.map(({ before }) => before), added };
}

function cellsPlan(roadmap: Roadmap, { label, topics, at }: Renamable, to: string): Plan {
  const [first] = topics;
  if (!first) throw new RangeError(`no cell says "${label}"`);
  const text = escapeCell(to);
  if (phaseLabelOf(plainText(text), roadmap.settings) === null) throw isNoPhase(to);
  const changes = topics.flatMap((topic) => {
    const from = cellText(roadmap, topic, "phase");
    if (from === "") return [{ ...cellChange(topic, "phase", ""), means: { phase: plainText(text) } }];
    const renamed = renamedText(from, text);
    return from === renamed ? [] : [cellChange(topic, "phase", renamed)];
  });
  if (normalize(plainText(text)) !== normalize(label)) refuseTaken(roadmap, first.table, plainText(text));
  const number = roadmap.phases.findIndex((phase) => phase.topics.includes(first)) + 1;
  return {
    subject: { type: "phase", number, name: plainText(text), at },
    changes,
    already: changes.length === 0 ? "already has that name" : null,
    notes: countNotes(changes),
    next: "roadmap progress",
  };
}

/** The note on the number of changed cells: equal values are shown only once. */
function countNotes(changes: readonly Change[]): string[] {
  const written = changes.filter((change) => "text" in change && change.text !== "");
  return written.length > 1 ? [`the cells of ${counted(written.length, "topic")} were changed`] : [];
}

function isNoPhase(to: string): UserError {
  return new UserError("RENAME_UNCLEAR", `"${to}" in a Phase cell means "no phase"`, "choose another name");
}

/** Two phases with the same name could never be separated again. */
function refuseTaken(roadmap: Roadmap, table: TopicTable, label: string): void {
  const isTaken = roadmap.topics.some(
    (topic) => topic.table === table && normalize(topic.phase?.label ?? "") === normalize(label),
  );
  if (!isTaken) return;
  const move = { operation: "move", input: { topic: { placeholder: "TOPIC" }, to: { placeholder: "PHASE" } } };
  throw new UserError(
    "ALREADY_THERE",
    `another phase is already named "${label}"`,
    ways`choose another name, or move its topics: ${move}`,
  );
}

// A phase with both a heading and Phase cells, which a rename must keep together.

/** A phase label in the cells of one table, and the topics that have it. */
interface PhaseInCells {
  readonly label: string;
  readonly topics: readonly Topic[];
}

/** The heading that is the same phase as the cells: the only one of that name above their table or next to it. */
function headingOfCells(roadmap: Roadmap, cells: PhaseInCells): LabeledHeading | null {
  const [only, another] = headingsNamed(roadmap, cells.label, cells.topics[0]);
  return only && !another ? only : null;
}

/** @throws UserError if several headings could be the phase of the cells */
function refuseSeveralHeadings(roadmap: Roadmap, cells: PhaseInCells): void {
  const candidates = headingsNamed(roadmap, cells.label, cells.topics[0]);
  if (candidates.length < 2) return;
  const names = candidates.map(
    ({ label, heading }) => `"${label}" (line ${lineNumberAt(roadmap, heading.span.start)})`,
  );
  const number = cells.topics[0]?.table.number ?? 1;
  throw new UserError(
    "PHASE_AMBIGUOUS",
    `"${cells.label}" matches ${candidates.length} headings: ${names.join(", ")}`,
    `use the full name of one; --table ${number} renames only the cells`,
  );
}

function headingsNamed(roadmap: Roadmap, label: string, topic: Topic | undefined): LabeledHeading[] {
  if (!topic) return [];
  const above = phaseAbove(roadmap, topic.table.table.span.start);
  const track = topic.phase?.track?.heading.start;
  const siblings = above && (trackOf(roadmap, above)?.heading.span.start ?? null);
  const isNear = (phase: LabeledHeading) => {
    const around = trackOf(roadmap, phase)?.heading.span.start;
    return phase === above || around === track || (above !== null && (around ?? null) === siblings);
  };
  const isNamed = (phase: LabeledHeading) => {
    const isOne = isOneName(unnamedPhase(label), phase.label);
    const isNumber = hasNumberOnly(phase.label) || !isOne;
    return (isOne || isSamePhaseNumber(label, phase.label)) && !(isNumber && isTrack(roadmap, phase));
  };
  return labeledHeadings(roadmap).filter((phase) => isNamed(phase) && isNear(phase));
}

/** A numbered heading that contains numbered headings is a track; those numbers are the phases. */
function isTrack(roadmap: Roadmap, { heading }: LabeledHeading): boolean {
  return labeledHeadings(roadmap).some(
    (phase) => phase.number !== null && parentOf(roadmap, phase)?.heading === heading,
  );
}

function isOnePhase(cells: string, heading: string): boolean {
  return isOneName(unnamedPhase(cells), heading) || isSamePhaseNumber(cells, heading);
}

/** Cells that contain `1` or `Phase 1` also mean `1. Basics` and `阶段 1：基础`; two different words are two phases. */
function isSamePhaseNumber(cells: string, heading: string): boolean {
  const [short, long] = [numberedLabel(cells), numberedLabel(heading)];
  if (!short || !long || short.name !== "" || /[\p{L}\p{N}]/u.test(short.lead + long.lead)) return false;
  const [word, other] = [short, long].map((label) => normalize(label.word).replace(/[ .#-]+$/, ""));
  const isKnown = [word, other].every((known) => known === "" || isPhaseWord(known ?? ""));
  return (
    isKnown && (word === "" || other === "" || word === other) && isPhase(unnamedPhase(heading), `${short.number}`)
  );
}

function unnamedPhase(label: string): Pick<LabeledHeading, "label" | "name"> {
  return { label, name: null };
}

interface Names {
  readonly heading: string;
  readonly cells: string;
}

/** The new heading and cell text: cells that contain only the `1` of `Phase 1: Basics` keep only the number. */
function namesAfter(heading: string, cells: string, to: string): Names {
  const title = /^\d+$/.test(to) ? renumbered(heading, to) : to;
  const short = beforeName(title);
  const number = /\d+/.exec(short)?.[0] ?? "";
  const isShort = normalize(heading) !== normalize(cells);
  const isNumber = isShort && /^\d+$/.test(cells);
  const candidates = [
    ...(isShort ? [cells] : []),
    ...(isNumber ? [number] : []),
    ...(isShort ? [short] : []),
    to,
    title,
  ];
  // What views show as one phase must remain one.
  const isSame = isOneName(unnamedPhase(cells), heading)
    ? (label: string) => isOneName(unnamedPhase(label), title)
    : (label: string) => isOnePhase(label, title);
  const isFit = (label: string) => label !== "" && isSame(label);
  return { heading: title, cells: candidates.find(isFit) ?? title };
}

/** A bare number keeps the name in the heading. */
function renumbered(heading: string, number: string): string {
  return /\d/.test(heading) ? heading.replace(/\d+/, number) : `Phase ${number}`;
}

/** @throws UserError if another heading already has the name, because the cells would become ambiguous */
function refuseOtherHeading(roadmap: Roadmap, heading: LabeledHeading, cells: PhaseInCells): void {
  refuseTakenBy(
    roadmap,
    headingsNamed(roadmap, cells.label, cells.topics[0]).find((other) => other !== heading),
  );
}

/** @throws UserError if a sibling heading already has the name */
function refuseSibling(roadmap: Roadmap, heading: LabeledHeading, to: string): void {
  const isTaken = ({ label }: LabeledHeading) => normalize(label) === normalize(to) || isOnePhase(to, label);
  const isSibling = (other: LabeledHeading) =>
    other !== heading && trackOf(roadmap, other) === trackOf(roadmap, heading);
  refuseTakenBy(
    roadmap,
    normalize(heading.label) === normalize(to)
      ? undefined
      : labeledHeadings(roadmap).find((other) => isSibling(other) && isTaken(other)),
  );
}

function refuseTakenBy(roadmap: Roadmap, other: LabeledHeading | undefined): void {
  if (!other) return;
  throw new UserError(
    "ALREADY_THERE",
    `another phase is already named "${other.label}" (line ${lineNumberAt(roadmap, other.heading.span.start)})`,
    "choose another name",
  );
}
