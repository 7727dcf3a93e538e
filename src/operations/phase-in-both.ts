// Phase in both: a phase with both a heading and Phase cells, which a rename must keep together.

import { columnWords } from "../model/column-words.js";
import { UserError } from "../model/errors.js";
import {
  beforeName,
  type Headed,
  headed,
  headingAbove,
  isOneName,
  lineOf,
  parentOf,
  trackOf,
} from "../model/outline.js";
import { isPhase } from "../model/phase.js";
import type { Roadmap, Topic } from "../model/roadmap.js";
import { fold } from "../text/normalize.js";
import { numberedLabel } from "./phase-label.js";

/** A phase label in the cells of one table, and the topics that have it. */
interface PhaseInCells {
  readonly label: string;
  readonly topics: readonly Topic[];
}

/** The heading that is the same phase as the cells: the only one of that name above their table or next to it. */
export function headingOfCells(roadmap: Roadmap, cells: PhaseInCells): Headed | null {
  const [only, another] = headingsNamed(roadmap, cells.label, cells.topics[0]);
  return only && !another ? only : null;
}

/** @throws UserError if several headings could be the phase of the cells */
export function refuseSeveralHeadings(roadmap: Roadmap, cells: PhaseInCells): void {
  const found = headingsNamed(roadmap, cells.label, cells.topics[0]);
  if (found.length < 2) return;
  const names = found.map(({ label, heading }) => `"${label}" (line ${lineOf(roadmap, heading.span.start)})`);
  const number = cells.topics[0]?.table.number ?? 1;
  throw new UserError(
    "PHASE_AMBIGUOUS",
    `"${cells.label}" matches ${found.length} headings: ${names.join(", ")}`,
    `use the full name of one; --table ${number} renames only the cells`,
  );
}

function headingsNamed(roadmap: Roadmap, label: string, topic: Topic | undefined): Headed[] {
  if (!topic) return [];
  const above = headingAbove(roadmap, topic.table.table.span.start);
  const track = topic.phase?.track?.heading.start;
  const siblings = above && (trackOf(roadmap, above)?.heading.span.start ?? null);
  const isNear = (one: Headed) => {
    const around = trackOf(roadmap, one)?.heading.span.start;
    return one === above || around === track || (above !== null && (around ?? null) === siblings);
  };
  const isNamed = (one: Headed) =>
    isOneName(headedAs(label), one.label) || (isSamePhaseNumber(label, one.label) && !isTrack(roadmap, one));
  return headed(roadmap).filter((one) => isNamed(one) && isNear(one));
}

/** A numbered heading that contains numbered headings is a track; those numbers are the phases. */
function isTrack(roadmap: Roadmap, { heading }: Headed): boolean {
  return headed(roadmap).some((one) => one.number !== null && parentOf(roadmap, one)?.heading === heading);
}

function isOnePhase(cells: string, heading: string): boolean {
  return isOneName(headedAs(cells), heading) || isSamePhaseNumber(cells, heading);
}

/** Cells that contain `1` or `Phase 1` also mean `1. Basics` and `阶段 1：基础`; two different words are two phases. */
function isSamePhaseNumber(cells: string, heading: string): boolean {
  const [short, long] = [numberedLabel(cells), numberedLabel(heading)];
  if (!short || !long || short.name !== "" || /[\p{L}\p{N}]/u.test(short.lead + long.lead)) return false;
  const [word, other] = [short, long].map((one) => fold(one.word).replace(/[ .#-]+$/, ""));
  const isKnown = [word, other].every((one) => one === "" || columnWords.phase.includes(one ?? ""));
  return isKnown && (word === "" || other === "" || word === other) && isPhase(headedAs(heading), `${short.number}`);
}

function headedAs(label: string): Pick<Headed, "label" | "name"> {
  return { label, name: null };
}

interface Names {
  readonly heading: string;
  readonly cells: string;
}

/** The new heading and cell text: cells that contain only the `1` of `Phase 1: Basics` keep only the number. */
export function namesAfter(heading: string, cells: string, to: string): Names {
  const title = /^\d+$/.test(to) ? renumbered(heading, to) : to;
  const short = beforeName(title);
  const number = /\d+/.exec(short)?.[0] ?? "";
  const isShort = fold(heading) !== fold(cells);
  const isNumber = isShort && /^\d+$/.test(cells);
  const candidates = [
    ...(isShort ? [cells] : []),
    ...(isNumber ? [number] : []),
    ...(isShort ? [short] : []),
    to,
    title,
  ];
  // What views show as one phase must remain one.
  const isSame = isOneName(headedAs(cells), heading)
    ? (label: string) => isOneName(headedAs(label), title)
    : (label: string) => isOnePhase(label, title);
  const isFit = (label: string) => label !== "" && isSame(label);
  return { heading: title, cells: candidates.find(isFit) ?? title };
}

/** A bare number keeps the name in the heading. */
function renumbered(heading: string, number: string): string {
  return /\d/.test(heading) ? heading.replace(/\d+/, number) : `Phase ${number}`;
}

/** @throws UserError if another heading already has the name, because the cells would become ambiguous */
export function refuseOtherHeading(roadmap: Roadmap, heading: Headed, cells: PhaseInCells): void {
  refuseTakenBy(
    roadmap,
    headingsNamed(roadmap, cells.label, cells.topics[0]).find((one) => one !== heading),
  );
}

/** @throws UserError if a sibling heading already has the name */
export function refuseSibling(roadmap: Roadmap, heading: Headed, to: string): void {
  const isTaken = (one: Headed) => fold(one.label) === fold(to) || isOnePhase(to, one.label);
  const isBeside = (one: Headed) => one !== heading && trackOf(roadmap, one) === trackOf(roadmap, heading);
  refuseTakenBy(
    roadmap,
    fold(heading.label) === fold(to) ? undefined : headed(roadmap).find((one) => isBeside(one) && isTaken(one)),
  );
}

function refuseTakenBy(roadmap: Roadmap, other: Headed | undefined): void {
  if (!other) return;
  throw new UserError(
    "ALREADY_THERE",
    `another phase is already named "${other.label}" (line ${lineOf(roadmap, other.heading.span.start)})`,
    "choose another name",
  );
}
