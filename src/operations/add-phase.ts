// Operation: add a phase.
//
//     ### Phase 1: Basics
//     - [x] read the RFC
//   →
//     ### Phase 1: Basics
//     - [x] read the RFC
//
//     ### Phase 2: Servers

import * as z from "zod/mini";
import { UserError } from "../model/errors.js";
import { isNameless, plainText } from "../model/inline-text.js";
import { isBlankText } from "../model/lists.js";
import { type LabeledHeading, labeledHeadings, lineNumberAt, parentOf, phaseAbove, trackOf } from "../model/outline.js";
import type { Roadmap } from "../model/roadmap.js";
import { textAt } from "../text/edit.js";
import { endingAt, endOfLine, lineSpanAt } from "../text/lines.js";
import { containsText, normalize } from "../text/normalize.js";
import { quoteWords } from "../text/quote-for-shell.js";
import { widthInColumns } from "../text/width.js";
import { nameField, textField } from "./fields.js";
import { defineOperation, type Plan } from "./operation.js";
import { endOfSection, isBetweenSections, isSameNumber, nextLabel, numberedLabel } from "./phase-place.js";
import { matchingPhases } from "./table-place.js";
import { headingText, isUnderlined, underlinedText } from "./typed-text.js";

export const addPhase = defineOperation({
  name: "add phase",
  summary: "Add a phase: a heading after the existing ones, with room for tasks",
  examples: ['roadmap add phase "Operations" --track backend', "roadmap add phase observability --track cloud"],
  input: z.strictObject({
    name: nameField("name of the phase; it is numbered like the others"),
    track: textField({ help: "words of the heading to add it under", value: "track" }),
    beside: textField({ help: "phase to insert it after, if phases are numbered in several ways", value: "phase" }),
  }),
  plan(roadmap, { name, track, beside }) {
    const text = headingText(name);
    if (isNameless(text)) throw unnamed();
    const { parent, siblings } = findPhaseGroup(roadmap, { track, beside });
    const contents = siblings.map(({ heading }) => textAt(roadmap.text, heading.content));
    const label = nextLabel(contents, text);
    const known =
      siblings.find((phase, index) => isNamed(phase, contents[index] ?? "", text)) ??
      siblings.find((_, index) => isSameNumber(contents[index] ?? "", label)) ??
      labeledHeadings(roadmap).find(
        (phase) =>
          (isNamed(phase, phase.label, label) || isSameNumber(phase.label, label)) &&
          (!parent || parentOf(roadmap, phase) === parent),
      );
    if (known) {
      const number = labeledHeadings(roadmap).indexOf(known) + 1;
      const subject = { type: "phase", number, name: known.label, at: known.heading.span.start } as const;
      return { subject, changes: [], already: "already exists", notes: [], next: nextFor(known.label) };
    }
    return planAfter(roadmap, { parent, siblings, label });
  },
});

interface Group {
  /** The heading that contains them. */
  readonly parent: LabeledHeading | null;
  /** In file order. */
  readonly siblings: readonly LabeledHeading[];
}

/** Whether the phase has that name, with or without its number. */
function isNamed({ label }: LabeledHeading, content: string, name: string): boolean {
  return [label, numberedLabel(content)?.name ?? label].some(
    (known) => normalize(plainText(known)) === normalize(plainText(name)),
  );
}

/**
 * The phases among which the new one belongs.
 * @throws UserError if several tracks have phases, or none has that name
 */
function findPhaseGroup(
  roadmap: Roadmap,
  { track, beside }: { track?: string | undefined; beside?: string | undefined },
): Group {
  const isWanted = (heading: LabeledHeading | null) =>
    track === undefined || (heading !== null && containsText(heading.label, track));
  const matching = siblingGroups(roadmap).filter(
    ({ siblings }) =>
      isWanted(trackOfFirst(roadmap, siblings)) &&
      (beside === undefined || matchingPhases(siblings, beside).length > 0),
  );
  const [only, another] = matching;
  if (only && !another) return only;
  if (only) throw groupsAmbiguous(roadmap, matching);
  if (track === undefined && beside === undefined) return { parent: null, siblings: [] };
  const headings = beside === undefined ? labeledHeadings(roadmap).filter(isWanted) : [];
  const [parent, other] = headings;
  if (parent && !other) return { parent, siblings: [] };
  if (parent)
    throw groupsAmbiguous(
      roadmap,
      headings.map((heading) => ({ parent: null, siblings: [heading] })),
    );
  throw new UserError(
    beside === undefined ? "TRACK_NOT_FOUND" : "PHASE_NOT_FOUND",
    `no ${beside === undefined ? "track" : "phase"} matches "${beside ?? track}"`,
    `headings: ${
      labeledHeadings(roadmap)
        .slice(0, 8)
        .map(({ label }) => `"${label}"`)
        .join(", ") || "none"
    }`,
  );
}

/** The title of the file is not a track. */
function trackOfFirst(roadmap: Roadmap, [first]: readonly LabeledHeading[]): LabeledHeading | null {
  return first ? trackOf(roadmap, first) : null;
}

function groupsAmbiguous(roadmap: Roadmap, groups: readonly Group[]): UserError {
  const tracks = groups.map(({ siblings }) => trackOfFirst(roadmap, siblings));
  const positions = groups.map(({ siblings: [first] }, index) => {
    const line = lineNumberAt(roadmap, first?.heading.span.start ?? 0);
    const track = tracks[index];
    return `"${first?.label ?? ""}" (line ${line})${track ? ` of "${track.label}"` : ""}`;
  });
  const isByTrack = new Set(tracks).size === groups.length && !tracks.includes(null);
  return new UserError(
    "PHASE_AMBIGUOUS",
    `ambiguous position: next to ${positions.join(", or ")}`,
    isByTrack ? "choose one with --track TRACK" : "choose one with --beside PHASE",
  );
}

/** The offsets of phase contents: tasks, or if there are none, tables whose phases come from headings. */
function contentOffsets({ tasks, tables }: Roadmap): number[] {
  if (tasks.length > 0) return tasks.map(({ mark }) => mark.start);
  return tables.filter(({ columns }) => !columns.has("phase")).map(({ table }) => table.span.start);
}

/** The headings of phases, grouped by their parent heading, including empty siblings that are numbered alike. */
function siblingGroups(roadmap: Roadmap): Group[] {
  const all = labeledHeadings(roadmap);
  const used = new Set(contentOffsets(roadmap).map((offset) => phaseAbove(roadmap, offset)));
  const groups = new Map<string, Group>();
  for (const phase of all.filter((heading) => used.has(heading))) {
    const parent = parentOf(roadmap, phase);
    const key = `${phase.heading.depth} ${parent?.heading.span.start ?? ""}`;
    if (groups.has(key)) continue;
    const word = numberedLabel(phase.label)?.word;
    const siblings = all.filter(
      (other) =>
        other.heading.depth === phase.heading.depth &&
        parentOf(roadmap, other) === parent &&
        (used.has(other) || (word !== undefined && word !== "" && numberedLabel(other.label)?.word === word)),
    );
    groups.set(key, { parent, siblings });
  }
  return [...groups.values()];
}

function planAfter(
  roadmap: Roadmap,
  { parent, siblings, label: phaseLabel }: Group & { readonly label: string },
): Plan {
  const { text, blocks } = roadmap;
  const last = siblings.at(-1);
  const label = last && isUnderlined(last.heading) ? underlinedText(phaseLabel) : phaseLabel;
  const above = last ?? parent;
  const at = above ? endOfSection(roadmap, above, "with inner sections") : endOfLine(text, text.trimEnd().length);
  const depth = last?.heading.depth ?? (parent ? Math.min(6, parent.heading.depth + 1) : 2);
  const ending = endingAt(text, at);
  const gap = gapBetween(roadmap, siblings) ?? (at === 0 ? "" : ending + ending);
  const before = blocks.headings.find(({ span }) => span.start >= at) ?? null;
  const addition = { before, what: { depth, content: label, lead: gap } };
  return {
    subject: { name: plainText(label), addition },
    changes: [],
    structuralEdit: {
      edits: [{ at: { start: at, end: at }, text: gap + headingLine(roadmap, last, { depth, label }) }],
      headings: { removed: [], added: [addition] },
      summary: last
        ? `phase added after ${last.label}`
        : `phase added ${parent ? `under ${parent.label}` : "at the end"}`,
      values: [],
      adds: [],
    },
    already: null,
    notes: [],
    next: nextFor(plainText(label)),
  };
}

/** The text between the last two siblings: blank lines, and a thematic break if one separates all of them. */
function gapBetween(roadmap: Roadmap, siblings: readonly LabeledHeading[]): string | null {
  const above = siblings.slice(0, -1);
  // Not of all: each is found by going through the whole file.
  const gapBelow = (sibling: LabeledHeading, index: number) => {
    const from = endOfSection(roadmap, sibling, "with inner sections");
    return roadmap.text.slice(from, lineSpanAt(roadmap.text, siblings[index + 1]?.heading.span.start ?? from).start);
  };
  const hasThematicBreaks = above.every((sibling, index) => !isBlankText(gapBelow(sibling, index)));
  const isUsual = (gap: string) =>
    /[\r\n]$/.test(gap) && (hasThematicBreaks ? isBetweenSections(gap) : isBlankText(gap));
  const last = above.findLastIndex((sibling, index) => isUsual(gapBelow(sibling, index)));
  const sibling = above[last];
  return sibling ? gapBelow(sibling, last) : null;
}

/** With the marks of the last sibling: leading hashes, closing ones if it has them, or an underline. */
function headingLine(
  { text }: Roadmap,
  last: LabeledHeading | undefined,
  { depth, label }: { depth: number; label: string },
): string {
  if (!last) return `${"#".repeat(depth)} ${label}`;
  const { span, content } = last.heading;
  const [marks, closing] = [text.slice(span.start, content.start), text.slice(content.end, span.end)];
  const width = Math.max(3, widthInColumns(label));
  return marks + label + closing.replace(/(?<=[\r\n][ \t>]*)[=-]+/, (line) => line.charAt(0).repeat(width));
}

function nextFor(label: string): string {
  return `roadmap add task TEXT --phase ${quoteWords(label)}`;
}

function unnamed(): UserError {
  return new UserError("PHASE_UNNAMED", "a phase needs a name", {
    operation: "add-phase",
    input: { name: { placeholder: "NAME", isQuoted: true } },
  });
}
