// Verification of surroundings: only the requested blocks may be removed or added; all others must stay the same.

import { type BlockPosition, blockList } from "../model/blocks.js";
import { UserError } from "../model/errors.js";
import { plainText } from "../model/inline-text.js";
import { lineNumberAt } from "../model/outline.js";
import type { Roadmap } from "../model/roadmap.js";
import { partitionPoint } from "../text/arrays.js";
import { inOrder, type Span, writtenSpans } from "../text/edit.js";
import { lineTextAt } from "../text/lines.js";
import type { Created, CreatedThings, StructuralEdit } from "./structural-edit.js";

/** A roadmap with its blocks, preceded by a pseudo-block for whatever is before the first one. */
interface Snapshot {
  readonly roadmap: Roadmap;
  readonly blocks: readonly Block[];
}

interface Block extends BlockPosition {
  /** Its text up to the next block, without trailing blank lines. */
  readonly comparedText: string;
  /** The whitespace and block quote markers before it, if nothing else precedes it in its line. */
  readonly indent: string;
  /** Whether it begins in text that an edit removes or adds. */
  readonly isEdited: boolean;
}

/** The text before and after the edits. */
export function snapshotsOf(
  before: Roadmap,
  after: Roadmap,
  structuralEdits: readonly StructuralEdit[],
): [Snapshot, Snapshot] {
  const edits = inOrder(structuralEdits.flatMap((structuralEdit) => structuralEdit.edits));
  const isReplaced = edits.map(({ at, text }) => at.start < at.end && text !== "");
  const cuts = (spans: readonly Span[]) => spans.map((span, index) => ({ ...span, isReplaced: isReplaced[index] }));
  return [
    { roadmap: before, blocks: blocksOf(before, cuts(edits.map(({ at }) => at))) },
    { roadmap: after, blocks: blocksOf(after, cuts(writtenSpans(edits))) },
  ];
}

const beginning = "beginning";

interface Cut extends Span {
  /**
   * Whether the edit replaces text by other text: then a block that begins with the old text begins with the new one.
   */
  readonly isReplaced: boolean | undefined;
}

function blocksOf({ text, blocks }: Roadmap, cuts: readonly Cut[]): Block[] {
  const starts = [{ kind: beginning, at: 0, around: null }, ...blockList(blocks)];
  let [next, endOfText] = [0, 0];
  return starts.map((block, index) => {
    const { at, kind } = block;
    for (let cut = cuts[next]; cut && cut.end <= at; cut = cuts[next]) next++;
    const { start = text.length, isReplaced } = cuts[next] ?? {};
    const gap = text.slice(endOfText, at);
    const lineStart = Math.max(gap.lastIndexOf("\n"), gap.lastIndexOf("\r")) + 1;
    const indent = lineStart > 0 || index === 1 ? gap.slice(lineStart) : "";
    endOfText = endBeforeSpaces(text, at, starts[index + 1]?.at ?? text.length);
    const isEdited = kind !== beginning && (start < at || (start === at && !isReplaced));
    return { ...block, comparedText: text.slice(at, endOfText), indent, isEdited };
  });
}

function endBeforeSpaces(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && " \t\r\n>".includes(text.charAt(last - 1))) last--;
  return last;
}

/**
 * Every nonblank character belongs to the last block that begins before it, so blocks that begin outside the edits must
 * keep their text and their parent list items.
 * @throws UserError if text that no edit touches would be read differently
 */
export function verifyBlocks(
  [before, after]: readonly [Snapshot, Snapshot],
  structuralEdits: readonly StructuralEdit[],
): void {
  const [then, now] = [before, after].map(({ blocks }) => blocks.filter(({ isEdited }) => !isEdited));
  const rewritten = new Set(structuralEdits.flatMap(rewrittenBy));
  const isSame = (old: Block, actual: Block) =>
    old.kind === actual.kind &&
    old.indent === actual.indent &&
    (rewritten.has(old.at) || textToCompare(old) === textToCompare(actual));
  const places = new Map<number, number>();
  for (let index = 0; index < Math.max(then?.length ?? 0, now?.length ?? 0); index++) {
    const [old, actual] = [then?.[index], now?.[index]];
    if (!old || !actual || !isSame(old, actual)) throw wouldReadDifferently(lineName(before, old ?? then?.at(-1)));
    places.set(old.at, actual.at);
    const expectedParent = old.around ? (places.get(old.around.span.start) ?? null) : undefined;
    if (expectedParent !== actual.around?.span.start) throw wouldBeAbsorbed(lineTextAt(before.roadmap.text, old.at));
  }
}

/** The starts of blocks whose text is rewritten: those are compared with the request separately. */
function rewrittenBy({ topics, items, headings, columns }: StructuralEdit): number[] {
  return [
    ...(topics?.removed.map(({ row }) => row.start) ?? []),
    ...(items?.removed.flatMap(({ content }) => content?.start ?? []) ?? []),
    ...(headings?.removed.map(({ span }) => span.start) ?? []),
    ...(columns ? [columns.table.header, ...columns.table.rows].map(({ start }) => start) : []),
  ];
}

/** The new first item of an ordered list takes over its number. */
function textToCompare({ kind, comparedText }: Block): string {
  return kind === "task" || kind === "item" ? comparedText.replace(/^\d+/, "") : comparedText;
}

/**
 * The removed and added blocks must be exactly the requested ones, and moved items must keep their contents.
 * @throws UserError if they are not
 */
export function verifyDelta(
  [before, after]: readonly [Snapshot, Snapshot],
  structuralEdits: readonly StructuralEdit[],
  created: CreatedThings,
): void {
  const isOf = (starts: ReadonlySet<number>) => (block: Block) =>
    starts.has(block.at) || (block.around !== null && starts.has(block.around.span.start));
  const isRemoved = isOf(
    new Set(
      structuralEdits.flatMap(({ topics, items }) =>
        [...(topics?.removed ?? []), ...(items?.removed ?? [])].map(startOf),
      ),
    ),
  );
  const isAdded = isOf(
    new Set([
      ...[...created.values()].map(startOf),
      ...structuralEdits.flatMap((structuralEdit) => thematicBreaksIn(structuralEdit, created)),
    ]),
  );
  const lost = before.blocks.find((block) => block.isEdited && !isRemoved(block));
  if (lost) throw wouldReadDifferently(lineName(before, lost));
  const unexpected = after.blocks.find((block) => block.isEdited && !isAdded(block));
  if (unexpected) throw wouldReadDifferently(`${lineName(after, unexpected)} of the new text`);
  for (const { items } of structuralEdits) {
    const [old, createdItem] = [items?.removed[0], items?.added[0] && created.get(items.added[0])];
    if (!createdItem || !("span" in createdItem)) continue;
    const was = old ? contentWithin(before, old.span) : [];
    if (was.join("\0") !== contentWithin(after, createdItem.span).join("\0"))
      throw wouldReadDifferently("the content of the moved item");
  }
}

function startOf(thing: Created): number {
  if ("row" in thing) return thing.row.start;
  return "header" in thing ? thing.header.start : thing.span.start;
}

/** The thematic breaks before added headings. */
function thematicBreaksIn({ headings }: StructuralEdit, created: CreatedThings): number[] {
  return (headings?.added ?? []).flatMap((addition) => {
    const heading = created.get(addition);
    const { lead } = addition.what;
    const from = heading ? startOf(heading) - lead.length : 0;
    return [...lead.matchAll(/\S[^\r\n]*/g)].map(({ index }) => from + index);
  });
}

/** The content of an item other than the first paragraphs of it and its descendants; indents are ignored. */
function contentWithin({ blocks }: Snapshot, { start, end }: Span): string[] {
  const [from, to] = [start, end].map((limit) => partitionPoint(blocks, ({ at }) => at < limit));
  return blocks
    .slice(from, to)
    .filter(({ kind }) => !blocksComparedElsewhere.has(kind))
    .map(({ kind, comparedText }) => `${kind} ${comparedText.replace(/[\r\n][\s>]*/g, "\n")}`);
}

/** Items are compared with the request separately. */
const blocksComparedElsewhere: ReadonlySet<string> = new Set(["task", "item", "text", beginning]);

function lineName({ roadmap }: Snapshot, block: Block | undefined): string {
  return `line ${lineNumberAt(roadmap, block?.at ?? 0)}`;
}

export function wouldReadDifferently(what: string): UserError {
  return new UserError(
    "TEXT_WOULD_CHANGE",
    `the change would alter how the text next to it is read: ${what}`,
    "first put a blank line above and below that list or table, or close the open code block: `roadmap edit`",
  );
}

/**
 * Items with irregular indents depend on the item above them, which would now be another one.
 * @param line the first line of the item, or its first paragraph
 */
export function wouldBeAbsorbed(line: string): UserError {
  const name = plainText(line.replace(/^[\s>]*(?:[-+*]|\d+[.)])?\s*(?:\[.\])?/, ""));
  return new UserError(
    "LIST_WOULD_CHANGE",
    `the change would move "${name}" into or out of another list item`,
    "its indentation differs from its list: correct it in an editor first",
  );
}

// A link whose target is defined elsewhere in the file must keep its target.

/** @throws UserError if a link reference definition that is used would be removed or replaced by another one */
export function verifyLinkDefinitions([before, after]: readonly [Snapshot, Snapshot]): void {
  const now = linkDefinitionsIn(after);
  for (const [label, old] of linkDefinitionsIn(before)) {
    const other = now.get(label);
    if (other && targetOf(other) === targetOf(old)) continue;
    const use = useOf(label, after);
    if (use === null) continue;
    throw new UserError(
      "LINK_WOULD_BREAK",
      `the link ${use} would point ${other ? "elsewhere" : "nowhere"}: it is defined in line ${lineNumberAt(before.roadmap, old.at)}`,
      "move that line to the end of the file first, with `roadmap edit`",
    );
  }
}

/** Definitions of links and footnotes, by label; the first one with a label counts. */
function linkDefinitionsIn({ blocks }: Snapshot): ReadonlyMap<string, Block> {
  const byLabel = new Map<string, Block>();
  for (const block of blocks) {
    const label = block.kind === "definition" ? labelOf(/^\[((?:[^\]\\]|\\.)*)\]/s.exec(block.comparedText)?.[1]) : "";
    if (label !== "" && !byLabel.has(label)) byLabel.set(label, block);
  }
  return byLabel;
}

function targetOf({ comparedText }: Block): string {
  return comparedText.replace(/[\r\n][\s>]*/g, "\n");
}

/** As CommonMark compares labels: ignoring whitespace and case. */
function labelOf(text = ""): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase().toUpperCase();
}

/** Brackets with that label in the new text that are neither a definition nor a checkbox. */
function useOf(label: string, { roadmap, blocks }: Snapshot): string | null {
  const { text } = roadmap;
  const others = new Set([
    ...blocks.filter(({ kind }) => kind === "definition").map(({ at }) => at),
    ...roadmap.tasks.map(({ mark }) => mark.start - 1),
  ]);
  for (const { 0: use, 1: content, index } of text.matchAll(/\[((?:[^[\]\\]|\\.)+)\]/gs)) {
    if (labelOf(content) === label && !others.has(index)) return use;
  }
  return null;
}
