// Conflicts: the choices that the conflict markers in a roadmap leave open, cell by cell where possible.

import type { ClearBlock, ConflictBlock } from "../../markdown/conflict-markers.js";
import { plainText } from "../../model/inline-text.js";
import type { Roadmap } from "../../model/roadmap.js";
import { countEach, partitionPoint } from "../../text/arrays.js";
import { type Span, textAt } from "../../text/edit.js";
import type { Side } from "../hunks.js";
import { type Pair, type PartnersBySide, pairLines, partnersIn, type SidePartners, type Sides } from "./pairs.js";
import { type Field, type SideLine, type SideText, sideLines } from "./sides.js";

/** One choice. Texts are as written in the file, including escapes; null if a side has nothing there. */
export interface Conflict {
  /** 1 for the first one in the file. */
  readonly number: number;
  /**
   * `cell`: one field of a topic or task; `row`: one side has the whole line, the other does not; `lines`: a whole
   * block that cannot be split; `parts`: no choice, because the sides changed different things that fit together;
   * `unclear`: markers whose sides cannot be determined.
   */
  readonly kind: "cell" | "row" | "lines" | "parts" | "unclear";
  readonly type: "topic" | "task" | "lines";
  /** The name of the topic or task, without Markdown; for a block, its first line. */
  readonly name: string;
  readonly field: string;
  readonly at: Span;
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly base: string | null;
}

/** A pair of lines with the outcome of each field. A line that only one side has is kept or dropped as a whole. */
export interface PairReading {
  readonly pair: Pair;
  readonly fields: readonly (Conflict | Side)[];
  readonly presence: Conflict | "keep" | "drop";
}

export interface BlockReading {
  readonly block: ConflictBlock;
  /** In the order of the merged lines; null if the block is one choice. */
  readonly pairs: readonly PairReading[] | null;
  readonly conflicts: readonly Conflict[];
  /** The names of the topics that each side has in the block. */
  readonly topics: Readonly<Record<Side, readonly string[]>>;
}

export interface ConflictsReading {
  readonly blocks: readonly BlockReading[];
  /** The names of the topics outside all blocks, which do not depend on any choice. */
  readonly topicsOutside: readonly string[];
}

/** A file with conflicts, and the roadmap of each of its sides. */
interface ConflictedText {
  readonly text: string;
  readonly blocks: readonly ConflictBlock[];
  readonly ours: ReadSide;
  readonly theirs: ReadSide;
  /** Null if no block has a base. */
  readonly base: ReadSide | null;
}

interface ReadSide extends SideText {
  readonly roadmap: Roadmap;
}

/** The blocks in file order, with their choices. Fields changed by only one side are not among them. */
export function readConflicts(conflicted: ConflictedText): ConflictsReading {
  const partners = partnersOf(conflicted);
  let count = 0;
  const reader = { text: conflicted.text, nextNumber: () => ++count };
  const blocks = conflicted.blocks.map((block, index): BlockReading => {
    if (block.kind === "unclear") return asWhole(reader, block, "unclear");
    const sides = sidesOf(conflicted, block, index);
    const topics = { ours: topicsIn(sides.ours), theirs: topicsIn(sides.theirs) };
    const pairs = pairLines(conflicted.text, sides, partners);
    return { ...(pairs ? lineByLine(reader, { block, pairs }) : asWhole(reader, block, "lines")), topics };
  });
  return { blocks, topicsOutside: topicsOutside(conflicted) };
}

interface Reader {
  /** The text with the markers. */
  readonly text: string;
  readonly nextNumber: () => number;
}

function sidesOf({ ours, theirs, base }: ConflictedText, block: ClearBlock, index: number): Sides {
  const linesOf = (side: Span, { roadmap, starts }: ReadSide) =>
    sideLines(side, { roadmap, start: starts[index] ?? 0 });
  return {
    ours: linesOf(block.ours, ours),
    theirs: linesOf(block.theirs, theirs),
    base: block.base && base && linesOf(block.base, base),
  };
}

function topicsIn(lines: readonly SideLine[]): string[] {
  return lines.filter(({ kind }) => kind === "topic").map(({ name }) => name);
}

/** Those that both sides have outside the blocks. */
function topicsOutside({ blocks, ours, theirs }: ConflictedText): string[] {
  const outside = (side: Side, { roadmap, starts }: ReadSide) => {
    const spans = blocks.map((block, index) => {
      const [start = 0, { start: from, end }] = [starts[index], block.kind === "clear" ? block[side] : emptySpan];
      return { start, end: start + end - from };
    });
    const isOutside = (at: number) => at >= (spans[partitionPoint(spans, ({ start }) => start <= at) - 1]?.end ?? 0);
    return roadmap.topics.filter(({ row }) => isOutside(row.start)).map(({ name }) => name);
  };
  const left = new Map(countEach(outside("theirs", theirs)));
  return outside("ours", ours).filter((name) => {
    const count = left.get(name) ?? 0;
    left.set(name, count - 1);
    return count > 0;
  });
}

const emptySpan: Span = { start: 0, end: 0 };

function asWhole(reader: Reader, block: ConflictBlock, kind: "lines" | "unclear"): BlockReading {
  return { block, pairs: null, conflicts: [wholeConflict(reader, block, kind)], topics: { ours: [], theirs: [] } };
}

function lineByLine(
  reader: Reader,
  { block, pairs }: { block: ClearBlock; pairs: readonly Pair[] },
): Omit<BlockReading, "topics"> {
  const origin = block.base ? "base" : "no base";
  const readings = pairs.map((pair) => readPair(reader, pair, origin));
  const conflicts = readings.flatMap(({ fields, presence }) =>
    [presence, ...fields].filter((choice): choice is Conflict => typeof choice !== "string"),
  );
  return {
    block,
    pairs: readings,
    conflicts: conflicts.length > 0 ? conflicts : [wholeConflict(reader, block, "parts")],
  };
}

function partnersOf({ base, ours, theirs }: ConflictedText): PartnersBySide {
  if (!base) return { ours: noPartners, theirs: noPartners };
  return { ours: partnersIn(base.roadmap, ours.roadmap), theirs: partnersIn(base.roadmap, theirs.roadmap) };
}

const noPartners: SidePartners = { partnerOf: new Map(), doubtful: new Set() };

function readPair(reader: Reader, pair: Pair, origin: "base" | "no base"): PairReading {
  const { text } = reader;
  const { ours, theirs, base } = pair;
  if (!ours || !theirs) return { pair, fields: [], presence: presenceOf(reader, pair, origin) };
  const fields = ours.fields.map((own, index): Conflict | Side => {
    const other = theirs.fields[index] ?? own;
    const texts = {
      ours: fieldContent(text, own),
      theirs: fieldContent(text, other),
      base: fieldText(text, base, index),
    };
    if (texts.ours === texts.theirs || texts.theirs === texts.base) return "ours";
    if (texts.ours === texts.base) return "theirs";
    return { ...about(reader, ours), kind: "cell", field: own.name, at: own.content, ...texts };
  });
  return { pair, fields, presence: "keep" };
}

/** A line added by one side stays; a line removed by the other side is removed, unless it was also changed. */
function presenceOf(
  reader: Reader,
  { ours, theirs, base }: Pair,
  origin: "base" | "no base",
): Conflict | "keep" | "drop" {
  const { text } = reader;
  const line = ours ?? theirs;
  if (!line) return "drop";
  if (origin === "base" && !base) return "keep";
  if (base && hasSameFields(text, line, base)) return "drop";
  const texts = { ours: ours && lineText(text, ours), theirs: theirs && lineText(text, theirs) };
  return {
    ...about(reader, line),
    kind: "row",
    field: "row",
    at: line.span,
    ...texts,
    base: base && lineText(text, base),
  };
}

function about({ nextNumber }: Reader, { kind, name }: SideLine): Pick<Conflict, "number" | "type" | "name"> {
  return { number: nextNumber(), type: kind === "other" ? "lines" : kind, name };
}

function wholeConflict(reader: Reader, block: ConflictBlock, kind: "lines" | "parts" | "unclear"): Conflict {
  const { text, nextNumber } = reader;
  const textOf = (side: keyof Pick<ClearBlock, "ours" | "theirs" | "base">) => {
    const span = block.kind === "clear" ? block[side] : null;
    return span && textAt(text, span);
  };
  const [ours, theirs, base] = [textOf("ours"), textOf("theirs"), textOf("base")];
  const first = `${ours ?? ""}\n${theirs ?? ""}`.split("\n").find((line) => line.trim() !== "") ?? "";
  const name = plainText(first.replace(/^\s*(?:#+|[-*+]|>|\|)\s+/, ""));
  return { number: nextNumber(), kind, type: "lines", name, field: "lines", at: block.span, ours, theirs, base };
}

function fieldContent(text: string, { content }: Field): string {
  return textAt(text, content);
}

function fieldText(text: string, line: SideLine | null, index: number): string | null {
  const field = line?.fields[index];
  return field ? fieldContent(text, field) : null;
}

function lineText(text: string, { span }: SideLine): string {
  return textAt(text, span).trim();
}

function hasSameFields(text: string, line: SideLine, other: SideLine): boolean {
  if (line.layout !== other.layout || line.fields.length === 0) return lineText(text, line) === lineText(text, other);
  return line.fields.every((field, index) => fieldContent(text, field) === fieldText(text, other, index));
}
