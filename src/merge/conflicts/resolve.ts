// Resolution of conflicts: the edits that make the choices, and the verification of the text with them.

import { byteOrderMark, type ClearBlock } from "../../markdown/conflict-markers.js";
import { UserError } from "../../model/errors.js";
import type { Roadmap } from "../../model/roadmap.js";
import { type Edit, type Span, textAt } from "../../text/edit.js";
import { normalize } from "../../text/normalize.js";
import { widthInColumns } from "../../text/width.js";
import type { Side } from "../hunks.js";
import type { BlockReading, Conflict, ConflictsReading, PairReading } from "./blocks.js";
import type { Field, SideLine } from "./sides.js";

/** A side, both (for rows and whole blocks), or a text as it is written in the file. */
export type Choice = Side | "both" | { readonly text: string };

export type Choices = ReadonlyMap<Conflict, Choice>;

/**
 * The edits that make the choices. A fully resolved block loses its markers and one of its sides. A block with choices
 * left keeps its markers; its resolved parts are then the same on both sides.
 */
export function resolveEdits(text: string, blocks: readonly BlockReading[], choices: Choices): Edit[] {
  return blocks.flatMap((reading) => {
    const { block, conflicts } = reading;
    if (block.kind === "unclear" || !conflicts.some((conflict) => choices.has(conflict))) return [];
    if (!conflicts.every((conflict) => choices.has(conflict)))
      return [...byteOrderMarkEdits(text, block), ...sideEdits(text, { ...reading, block }, choices)];
    const mark = resolvedByteOrderMark(text, block, new Set(conflicts.map((conflict) => choices.get(conflict))));
    return [{ at: block.span, text: mark + resolvedText(text, { ...reading, block }, choices) }];
  });
}

/**
 * The byte order mark of the file, which git leaves on each side: from the side chosen for everything, otherwise once.
 */
function resolvedByteOrderMark(text: string, block: ClearBlock, chosen: ReadonlySet<Choice | undefined>): string {
  const [only] = chosen.size === 1 ? chosen : [];
  const starts = only === "ours" || only === "theirs" ? [block[only].start] : [block.ours.start, block.theirs.start];
  return starts.some((start) => hasByteOrderMark(text, start)) ? byteOrderMark : "";
}

/** Before the markers, as the merge driver writes it: on a side without lines it would be before a marker. */
function byteOrderMarkEdits(text: string, { span, ours, base, theirs }: ClearBlock): Edit[] {
  const markedSides = [ours, ...(base ? [base] : []), theirs].filter(({ start }) => hasByteOrderMark(text, start));
  const removals = markedSides.map(({ start }): Edit => ({ at: { start: start - 1, end: start }, text: "" }));
  return removals.length > 0 ? [{ at: { start: span.start, end: span.start }, text: byteOrderMark }, ...removals] : [];
}

function hasByteOrderMark(text: string, start: number): boolean {
  return text[start - 1] === byteOrderMark;
}

/** The text that replaces the block when all of it is resolved. */
function resolvedText(
  text: string,
  { block, pairs, conflicts }: BlockReading & { readonly block: ClearBlock },
  choices: Choices,
): string {
  if (pairs) return pairs.map((reading) => resolvedLine(text, reading, choices)).join("");
  const [whole] = conflicts;
  const choice = whole && choices.get(whole);
  const [ours, theirs] = [textAt(text, block.ours), textAt(text, block.theirs)];
  return choice === "both" ? ours + theirs : choice === "theirs" ? theirs : ours;
}

function resolvedLine(text: string, { pair, fields, presence }: PairReading, choices: Choices): string {
  const { ours, theirs } = pair;
  if (!ours || !theirs) {
    const line = ours ?? theirs;
    const isKept = typeof presence === "string" ? presence === "keep" : keeps(choices.get(presence), ours);
    return line && isKept ? textAt(text, line.span) : "";
  }
  const chosen = fields.map((field) => (typeof field === "string" ? field : (choices.get(field) ?? "ours")));
  const isAll = (side: Side) =>
    chosen.every((choice, index) => choice === side || (typeof choice === "string" && isEqual(text, pair, index)));
  if (isAll("ours")) return textAt(text, ours.span);
  if (isAll("theirs")) return textAt(text, theirs.span);
  const edits = chosen.flatMap((choice, index) => {
    const [own, other] = [ours.fields[index], theirs.fields[index]];
    return own && other && choice !== "ours" && choice !== "both" ? [fieldEdit(text, { own, other }, choice)] : [];
  });
  return rewritten(text, ours.span, edits);
}

function keeps(choice: Choice | undefined, ours: SideLine | null): boolean {
  return choice === "both" || choice === (ours ? "ours" : "theirs");
}

function isEqual(text: string, { ours, theirs }: PairReading["pair"], index: number): boolean {
  const [own, other] = [ours?.fields[index], theirs?.fields[index]];
  return own !== undefined && other !== undefined && textAt(text, own.content) === textAt(text, other.content);
}

/** A block that stays: what was chosen is written into the side that differs. */
function sideEdits(
  text: string,
  { block, pairs }: BlockReading & { readonly block: ClearBlock },
  choices: Choices,
): Edit[] {
  const readings = pairs ?? [];
  return readings.flatMap(({ pair, fields, presence }, place): Edit[] => {
    const choice = typeof presence === "string" ? undefined : choices.get(presence);
    if (choice !== undefined) return presenceEdits(text, { block, readings, place }, choice);
    return fields.flatMap((field, index) => {
      const chosen = typeof field === "string" ? undefined : choices.get(field);
      const [own, other] = [pair.ours?.fields[index], pair.theirs?.fields[index]];
      if (chosen === undefined || chosen === "both" || !own || !other) return [];
      if (chosen === "ours") return [fieldEdit(text, { own: other, other: own }, "theirs")];
      if (chosen === "theirs") return [fieldEdit(text, { own, other }, "theirs")];
      return [fieldEdit(text, { own, other }, chosen), fieldEdit(text, { own: other, other: own }, chosen)];
    });
  });
}

interface RowPlace {
  readonly block: ClearBlock;
  readonly readings: readonly PairReading[];
  /** The index of the line among the readings. */
  readonly place: number;
}

/**
 * Inserts the line into the side that lacks it, after the line it follows there, or removes it from the side that has
 * it.
 */
function presenceEdits(text: string, { block, readings, place }: RowPlace, choice: Choice): Edit[] {
  const pair = readings[place]?.pair;
  const line = pair?.ours ?? pair?.theirs;
  if (!pair || !line) return [];
  if (!keeps(choice, pair.ours)) return [{ at: line.span, text: "" }];
  const missingSide: Side = pair.ours ? "theirs" : "ours";
  const above = readings.slice(0, place).findLast((reading) => reading.pair[missingSide])?.pair[missingSide];
  const at = above?.span.end ?? block[missingSide].start;
  return [{ at: { start: at, end: at }, text: textAt(text, line.span) }];
}

/** The field of the other side, or a text; with its spacing if both are equally wide. */
function fieldEdit(
  text: string,
  { own, other }: { own: Field; other: Field },
  choice: "theirs" | { readonly text: string },
): Edit {
  const [slot, otherSlot] = [textAt(text, own.slot), textAt(text, other.slot)];
  const isAsWide = widthInColumns(slot) === widthInColumns(otherSlot);
  if (choice === "theirs" && isAsWide) return { at: own.slot, text: otherSlot };
  const wanted = choice === "theirs" ? textAt(text, other.content) : choice.text;
  if (!own.isCell) return { at: own.content, text: wanted };
  // Different texts in slots of the same width are in an aligned column; texts of one length may be so by accident.
  const isAligned = isAsWide && widthInColumns(slot.trim()) !== widthInColumns(otherSlot.trim());
  return { at: own.slot, text: filled(slot, wanted, isAligned ? "aligned" : "ragged") };
}

/** Leading spaces stay; trailing spaces are used up or added if the column is aligned. */
function filled(slot: string, wanted: string, layout: "aligned" | "ragged"): string {
  const content = slot.trim();
  const before = content === "" ? slot.slice(0, 1) : slot.slice(0, slot.indexOf(content));
  const after = content === "" ? slot.slice(1) : slot.slice(slot.indexOf(content) + content.length);
  const isPadded = layout === "aligned" || after.length > 1;
  const shortest = slot === content ? "" : " ";
  const guard = /(?:^|[^\\])(?:\\\\)*\\$/.test(wanted) ? " " : shortest;
  if (wanted === "" && !isPadded) return slot === content ? "" : " ";
  const room = widthInColumns(slot) - widthInColumns(before + wanted);
  const trailing = isPadded ? " ".repeat(Math.max(guard.length, room)) : guard;
  return `${before}${wanted}${trailing}`;
}

function rewritten(text: string, span: Span, edits: readonly Edit[]): string {
  let output = "";
  let at = span.start;
  for (const edit of edits) {
    output += text.slice(at, edit.at.start) + edit.text;
    at = edit.at.end;
  }
  return output + text.slice(at, span.end);
}

interface ResolvedText {
  /** The conflicts before. */
  readonly before: ConflictsReading;
  readonly choices: Choices;
  /** The conflicts in the new text. */
  readonly left: readonly Conflict[];
  /** The new text as a roadmap. */
  readonly roadmap: Roadmap;
}

/** @throws UserError if the new text would not be what was chosen; then nothing may be written */
export function verifyResolved({ before, choices, left, roadmap }: ResolvedText): void {
  const { blocks, topicsOutside } = before;
  const expected = blocks.flatMap(({ conflicts }) => conflicts).filter((conflict) => !choices.has(conflict));
  if (keysOf(expected) !== keysOf(left)) {
    throw new UserError(
      "CONFLICTS_HANG_TOGETHER",
      "resolving only this would change what is left to resolve; nothing was written",
      "lines with the same name belong together: resolve them in one step with `roadmap resolve NAME --both`, or all that is left with `roadmap resolve --ours`, which drops their side, or --theirs, which drops ours",
    );
  }
  if (left.length > 0) return;
  const names = roadmap.topics.map(({ name }) => normalize(name));
  const kept = [...topicsOutside, ...blocks.flatMap((block) => keptNames(block, choices))];
  const lost = kept.find((name) => !takeFrom(names, normalize(name)));
  if (lost === undefined) return;
  throw new UserError(
    "TOPIC_WOULD_BE_LOST",
    `"${lost}" would no longer be read as a topic: the chosen lines do not form one table; nothing was written`,
    "choose another side, or resolve it in an editor: keep the right lines and delete the markers",
  );
}

/** The subjects of conflicts, sorted: resolving a name or line moves the others. */
function keysOf(conflicts: readonly Conflict[]): string {
  const keys = conflicts.map(({ kind, type, field, ours, theirs, base }) =>
    JSON.stringify(kind === "parts" ? [kind] : [kind, type, field, ours, theirs, base]),
  );
  return keys.sort().join("\n");
}

function takeFrom(names: string[], name: string): boolean {
  const index = names.indexOf(name);
  if (index >= 0) names.splice(index, 1);
  return index >= 0;
}

/** The topics that a resolved block must contain; without names that the two sides spell differently. */
function keptNames({ pairs, topics, conflicts }: BlockReading, choices: Choices): readonly string[] {
  if (pairs) return pairs.flatMap((reading) => keptName(reading, choices));
  const [whole] = conflicts;
  const choice = whole && choices.get(whole);
  if (choice === "both") return [...topics.ours, ...topics.theirs];
  return choice === "ours" || choice === "theirs" ? topics[choice] : [];
}

function keptName({ pair: { ours, theirs }, presence }: PairReading, choices: Choices): string[] {
  const line = ours ?? theirs;
  if (line?.kind !== "topic") return [];
  if (ours && theirs) return normalize(ours.name) === normalize(theirs.name) ? [ours.name] : [];
  const choice = typeof presence === "string" ? presence : choices.get(presence);
  const isKept = choice === "keep" || choice === "both" || choice === (ours ? "ours" : "theirs");
  return isKept ? [line.name] : [];
}
