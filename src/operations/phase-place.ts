// Place of a phase: which phase of tasks is meant, where in it a task belongs, and the label of a new phase.

import type { ListItem, Row } from "../model/blocks.js";
import { continuedPhase } from "../model/continued-phase.js";
import { UserError } from "../model/errors.js";
import { isPhaseWord } from "../model/headers.js";
import { plainText } from "../model/inline-text.js";
import { endOfTextAbove, isBlankText, itemLineSpan, itemOf, listPlace, prefixOf } from "../model/lists.js";
import {
  headingAbove,
  type LabeledHeading,
  labeledHeadings,
  lineNumberAt,
  phaseAbove,
  trackOf,
} from "../model/outline.js";
import { phaseLabelOf } from "../model/phase.js";
import { phaseTitle, type Roadmap, type TopicTable } from "../model/roadmap.js";
import { ways } from "../model/ways.js";
import { endingAt, endOfLine, lineSpanAt } from "../text/lines.js";
import { containsText, normalize } from "../text/normalize.js";
import { type ItemPlace, listMarkerOf, placeAfter } from "./list-layout.js";
import { matchingPhases } from "./table-place.js";

// Where the text under a heading ends.

/**
 * The end of the last line with content under the heading: blank lines and thematic breaks between two sections belong
 * to neither.
 * @param extent up to the next heading of any depth, or including subsections
 */
export function endOfSection(
  roadmap: Roadmap,
  { heading }: LabeledHeading,
  extent: "own text" | "with inner sections",
): number {
  const { text } = roadmap;
  const all = labeledHeadings(roadmap);
  const next = all.find(
    ({ heading: other }) =>
      other.span.start > heading.span.start && (extent === "own text" || other.depth <= heading.depth),
  );
  const limit = next ? lineSpanAt(text, next.heading.span.start).start : text.length;
  // Text that ends without a line break still counts as a line.
  const floor = floorOf(roadmap, heading.span.end, limit);
  let end = next || isBlankText(text.slice(lineSpanAt(text, limit).start, limit)) ? endOfTextAbove(text, limit) : limit;
  while (end > floor && isThematicBreakLine(text, end)) end = endOfTextAbove(text, end);
  return Math.max(end, floor);
}

/** The end of the last heading, table or list there: a line of dashes inside one is not a thematic break. */
function floorOf(
  { text, blocks: { headings, items, tables, paragraphs } }: Roadmap,
  from: number,
  limit: number,
): number {
  const spans = [
    ...headings.map(({ span }) => span),
    ...items.map(({ span }) => span),
    ...tables.map(({ span }) => span),
    ...paragraphs,
  ];
  const ends = spans.filter(({ start, end }) => start < limit && end <= limit).map(({ end }) => end);
  return endOfLine(text, Math.max(from, ...ends.filter((end) => end > from)));
}

/** Whether there are only blank lines and thematic breaks. */
export function isBetweenSections(text: string): boolean {
  return text.split(/[\r\n]+/).every((line) => isBlankText(line) || thematicBreak.test(line));
}

const thematicBreak = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;

function isThematicBreakLine(text: string, offset: number): boolean {
  const { start, end } = lineSpanAt(text, offset);
  return thematicBreak.test(text.slice(start, end));
}

// The label of a new phase among its siblings: `Phase 4: Operations` after `Phase 3: …`.

interface NumberedLabel {
  /** Symbols before the word: an emoji, emphasis marks. */
  readonly lead: string;
  /** The word before the number with the space after it; empty if there is none. */
  readonly word: string;
  readonly number: number;
  readonly separator: string;
  readonly name: string;
}

const numberedPattern = /^(.*?)(\p{L}*[ .#-]*)(\d+)([ \t]*[.:)|*_–—-]+[ \t]*|[ \t]+|)(.*)$/su;

/** A heading split into its parts; null if it has no number. */
export function numberedLabel(content: string): NumberedLabel | null {
  const [, lead = "", word = "", number = "", separator = "", name = ""] = numberedPattern.exec(content) ?? [];
  return number === "" ? null : { lead, word, number: Number(number), separator, name };
}

/**
 * The label with the next number if all siblings are numbered in the same way, otherwise just the name. A name that is
 * only a number becomes the number of the phase.
 * @param siblings the contents of their headings as written in the file
 */
export function nextLabel(siblings: readonly string[], name: string): string {
  const numbered = siblings.map(numberedLabel).filter((label) => label !== null);
  const last = numbered.at(-1);
  if (!last || numbered.length < siblings.length || !isNumbering(numbered))
    return phaseTitle({ label: name, name: null });
  const own = numberedLabel(name);
  if (own && own.lead === "" && normalize(own.word) === normalize(last.word) && last.word !== "") return name;
  const isSameLead = numbered.every(({ lead }) => lead === last.lead);
  const lead = isSameLead && (numbered.length > 1 || /^[*_]*$/.test(last.lead)) ? last.lead : "";
  if (own && isBareNumber(own)) return `${lead}${last.word}${own.number}`;
  const separator = numbered.findLast((label) => label.name !== "")?.separator || ": ";
  return `${lead}${last.word}${Math.max(...numbered.map(({ number }) => number)) + 1}${separator}${name}`;
}

/** Whether both have the same number and word, and the second has no name: `Phase 1: Basics`, `Phase 1`. */
export function isSameNumber(content: string, label: string): boolean {
  const [known, wanted] = [numberedLabel(content), numberedLabel(label)];
  if (!known || !wanted || wanted.name !== "") return false;
  return known.number === wanted.number && normalize(known.word) === normalize(wanted.word);
}

function isBareNumber({ lead, word, name }: NumberedLabel): boolean {
  return `${lead}${word}${name}` === "";
}

/**
 * The same word before all numbers, which must ascend. A single number needs a word for phases, or must come first and
 * be followed by a separator.
 */
function isNumbering(numbered: readonly NumberedLabel[]): boolean {
  const [first, second] = numbered;
  if (!first || numbered.some(({ word }) => normalize(word) !== normalize(first.word))) return false;
  if (first.word === "" && numbered.some(({ lead }) => /[\p{L}\p{N}]/u.test(lead))) return false;
  if (second) return numbered.every(({ number }, index) => index === 0 || number > (numbered[index - 1]?.number ?? 0));
  const word = normalize(first.word).replace(/[ .#-]+$/, "");
  return word === "" ? first.lead === "" && first.separator.trim() !== "" : isPhaseWord(word);
}

// Which heading is the phase of tasks, and where in it a task belongs.

/**
 * The heading that a person means as a phase of tasks: among those with tasks, otherwise among all.
 * @throws UserError if none matches, or several do
 */
export function findHeading(roadmap: Roadmap, wanted: string, track: string | undefined): LabeledHeading {
  const all = labeledHeadings(roadmap).filter((phase) => track === undefined || isOnTrack(roadmap, phase, track));
  const withTasks = new Set(roadmap.tasks.map(({ mark }) => phaseAbove(roadmap, mark.start)));
  const used = matchingPhases(
    all.filter((phase) => withTasks.has(phase)),
    wanted,
  );
  const matching = used.length > 0 ? used : matchingPhases(all, wanted);
  const [only, another] = matching;
  if (only && !another) return only;
  if (!only) {
    const names = [...withTasks].flatMap((phase) => (phase ? [`"${phase.label}"`] : []));
    throw new UserError(
      "PHASE_NOT_FOUND",
      `no phase matches "${wanted}"${track === undefined ? "" : ` in the track "${track}"`}`,
      names.length === 0
        ? { operation: "add-phase", input: { name: wanted } }
        : ways`phases: ${names.slice(0, 8).join(", ")}; ${{ operation: "add-phase", input: {} }} adds one`,
    );
  }
  throw new UserError(
    "PHASE_AMBIGUOUS",
    `"${wanted}" matches ${matching.length} phases: ${matching.map((phase) => phaseText(roadmap, phase)).join(", ")}`,
    matching.every((phase) => trackOf(roadmap, phase)) ? "choose one with --track TRACK" : "use more of its name",
  );
}

/** `"Phase 1: Basics" of "Backend" (line 12)` */
function phaseText(roadmap: Roadmap, phase: LabeledHeading): string {
  const track = trackOf(roadmap, phase);
  const line = lineNumberAt(roadmap, phase.heading.span.start);
  return `"${phase.label}"${track ? ` of "${track.label}"` : ""} (line ${line})`;
}

export function isOnTrack(roadmap: Roadmap, phase: LabeledHeading, wanted: string): boolean {
  const track = trackOf(roadmap, phase);
  return track !== null && containsText(track.label, wanted);
}

/**
 * The end of the only task list directly under the heading, otherwise of the only one in a group inside the phase; if
 * there is none, a place for the first one.
 * @throws UserError if there are several lists
 */
export function placeInPhase(roadmap: Roadmap, phase: LabeledHeading): ItemPlace {
  const under = (above: typeof headingAbove) =>
    roadmap.tasks.filter(({ depth, mark }) => depth === 0 && above(roadmap, mark.start) === phase);
  const direct = under(headingAbove);
  const own = direct.length > 0 ? direct : under(phaseAbove);
  const lists = new Set(own.map((task) => listPlace(roadmap, itemOf(roadmap, task)).siblings));
  const [list, another] = lists;
  if (list && another) {
    const lines = [...lists].map(([first]) => lineNumberAt(roadmap, first?.span.start ?? 0)).join(", ");
    throw new UserError(
      "LIST_AMBIGUOUS",
      `"${phase.label}" has ${lists.size} task lists, in lines ${lines}`,
      "choose a position: --after TASK",
    );
  }
  const last = list?.at(-1);
  return last ? placeAfter(roadmap, last) : firstPlace(roadmap, phase);
}

/** In the layout of the first tasks of other phases. */
function firstPlace(roadmap: Roadmap, phase: LabeledHeading): ItemPlace {
  const { text } = roadmap;
  const at = endOfSection(roadmap, phase, "own text");
  const example = roadmap.tasks.find(({ depth }) => depth === 0);
  const item = example && itemOf(roadmap, example);
  const ending = endingAt(text, at);
  const isBare = at === endOfLine(text, phase.heading.span.end);
  return {
    at,
    gap: (isBare ? gapBelowHeading(roadmap) : null) ?? ending + ending,
    side: "below",
    prefix: "",
    listMarker: item && !item.ordered ? listMarkerOf(text, item) : "- ",
    depth: 0,
  };
}

/** The text between another heading and the list directly below it. */
function gapBelowHeading(roadmap: Roadmap): string | null {
  const { text, tasks } = roadmap;
  for (const task of tasks) {
    const heading = headingAbove(roadmap, task.span.start)?.heading;
    const item: ListItem = itemOf(roadmap, task);
    const gap = heading ? text.slice(endOfLine(text, heading.span.end), itemLineSpan(text, item).start) : "x";
    if (isBlankText(gap) && isBlankText(prefixOf(text, item))) return gap;
  }
  return null;
}

interface PlannedRow {
  readonly table: TopicTable;
  /** The row above. */
  readonly above: Row | null;
  /** The text of its Phase cell as written. */
  readonly cell: string;
}

/** The phase of a topic there: if its cell is blank, the phase that it continues, or that of the headings. */
export function phaseInWords(roadmap: Roadmap, { table, above, cell }: PlannedRow): string | null {
  const text = plainText(cell) || continuedPhase(roadmap, table, above);
  if (text !== "") return phaseLabelOf(text, roadmap.settings);
  return phaseAbove(roadmap, table.table.span.start)?.label ?? null;
}
