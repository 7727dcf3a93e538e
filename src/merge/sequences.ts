// Merge of sequences: which elements the merged sequence has, in what order, and where a conflict remains.

import { equalEnds, isSameList } from "../text/arrays.js";
import { type Side, sides, type Version } from "./hunks.js";
import {
  alignAdditions,
  alignThreeWay,
  type Boundaries,
  isLineToken,
  type Region,
  rangeIndexes,
  type Sequences,
  type Stable,
  type ThreeWayAlignment,
} from "./three-way-alignment.js";
import { type HeadingAt, isLoneSection, sectionOrder, widenConflicts } from "./widen-conflicts.js";

/** The side whose position counts; both sides of one conflict; or nowhere: the element is deleted. */
export type MergedPosition = Side | "both" | "nowhere";

/** What happens to an element that one side deleted: the other side may have changed it. */
type DeletionOutcome = "dropped" | "conflict";

/** One position of the merged sequence. Indexes refer to the version named. */
export type MergeStep =
  | Stable
  /** What one side has here. */
  | { readonly kind: "one"; readonly side: Side; readonly index: number }
  /** Lines that the sides changed differently; elements that both have among them are on both sides. */
  | {
      readonly kind: "conflict";
      readonly ours: readonly number[];
      readonly base: readonly number[];
      readonly theirs: readonly number[];
    };

export interface MergeRules {
  /** Called for elements of the base that exactly one side deleted. */
  outcomeOfDeletion(token: number): DeletionOutcome;
  /** The depth of an added element: of two added in one place, the deeper one belongs to the one above both. */
  depthOf(side: Side, index: number): number;
  /** The index, on that side, of the element's parent; -1 for none. */
  parentOf(side: Side, index: number): number;
  /**
   * Whether an element determines, like a heading, what the following ones are: no others are added in the same place.
   */
  isDivider(token: number): boolean;
  /** Whether that side may have put another element in its place. */
  isDoubtful(side: Side, token: number): boolean;
  /** The heading at an index; null for anything else, undefined after the end. */
  readonly headingAt: HeadingAt;
  isBlank(version: Version, index: number): boolean;
}

/** For rows and columns: nothing is below them. */
export const flat: Pick<MergeRules, "headingAt" | "isBlank" | "depthOf" | "parentOf" | "isDoubtful"> = {
  headingAt: () => null,
  isBlank: () => false,
  depthOf: () => 0,
  parentOf: () => -1,
  isDoubtful: () => false,
};

/**
 * Identified elements are in the result once: where they were, or where a side moved them (ours, if both did).
 * Additions of both sides in one place are all kept, ours first. Lines that both sides changed in one place are a
 * conflict.
 * @returns null if resolving a conflict could lose or duplicate an element
 */
export function mergeSequences(sequences: Sequences, rules: MergeRules): MergeStep[] | null {
  const alignment = alignThreeWay(sequences, boundariesOf(rules));
  const merging = { sequences, alignment, occurrences: occurrencesIn(sequences, alignment), rules };
  const partsWithVerdict = alignment.parts.flatMap((part) =>
    part.kind === "stable" ? [part] : withVerdict(merging, part),
  );
  const placed = placeParts(merging, partsWithVerdict);
  return placed?.parts.flatMap((part) => stepsOf(merging, placed.positions, part)) ?? null;
}

interface RegionWithVerdict extends Region {
  readonly verdict: "same" | "union" | "conflict";
  /** Whose sections come first. */
  readonly first?: Side;
}

export type MergePart = Stable | RegionWithVerdict;

interface Merging {
  readonly sequences: Sequences;
  readonly alignment: ThreeWayAlignment;
  readonly occurrences: Occurrences;
  readonly rules: MergeRules;
}

interface PlacedParts {
  readonly parts: readonly MergePart[];
  readonly positions: ReadonlyMap<number, MergedPosition>;
}

/** Widening a conflict may take away the place an element moves to, which may widen another conflict. */
function placeParts(merging: Merging, parts: readonly MergePart[]): PlacedParts | null {
  const positions = mergedPositions(merging, parts);
  const { headingAt } = merging.rules;
  if (positions === null || headingAt === flat.headingAt) return positions && { parts, positions };
  const widened = widenConflicts({ ...merging, headingAt }, parts, positions);
  return widened === parts ? { parts, positions } : placeParts(merging, widened);
}

/** A heading begins its own section. */
function boundariesOf({ headingAt, isBlank }: MergeRules): Boundaries {
  return {
    isBoundary: (index) => headingAt("base", index) !== null,
    isApart(side, added) {
      const first = rangeIndexes(added).find((index) => !isBlank(side, index));
      return first === undefined || headingAt(side, first) !== null;
    },
  };
}

function withVerdict(merging: Merging, region: Region): MergePart[] {
  const { sequences } = merging;
  const { base, ours, theirs } = slicesOf(sequences, region);
  if (isSameList(ours, theirs)) return [{ ...region, verdict: "same" }];
  const isUndecided = [hasOrphan, hasDeletedChange, hasKeptHeading].some((has) =>
    sides.some((side) => has(merging, region, side)),
  );
  if (isUndecided) return [{ ...region, verdict: "conflict" }];
  const isText = (token: number) => isLineToken(token) || isNewDivider(merging, token);
  if (![base, ours, theirs].some((slice) => slice.some(isText))) return [{ ...region, verdict: "union" }];
  const isBothChanged = !isSameList(base, ours) && !isSameList(base, theirs);
  if (!isBothChanged && !base.some((token) => isConflicting(merging, token))) return [{ ...region, verdict: "union" }];
  // What both sides only deleted is gone, even if they deleted adjacent lines.
  const isDeleted = sides.every((side) => isOnlyKept(merging, region, side));
  if (isDeleted && !base.some((token) => isConflicting(merging, token))) return [{ ...region, verdict: "union" }];
  return base.length > 0 ? [{ ...region, verdict: "conflict" }] : additionsWithVerdict(merging, region, isText);
}

function isOnlyKept({ occurrences }: Merging, region: Region, side: Side): boolean {
  return rangeIndexes(region[side]).every((index) => occurrences.isFromBase(side, index));
}

/** The contents of a heading that only one side added stay with it: such a heading is never in conflict alone. */
function additionsWithVerdict(
  { sequences, rules }: Merging,
  region: Region,
  isText: (token: number) => boolean,
): MergePart[] {
  const first = sectionOrder({ ...rules, sequences, region });
  if (first) return [{ ...region, verdict: "union", first }];
  const hasHeading = (part: Region) =>
    sides.some((side) => rangeIndexes(part[side]).some((at) => rules.headingAt(side, at)));
  const parts = alignAdditions(sequences, region).map((part): MergePart => {
    if (part.kind === "stable") return part;
    const added = slicesOf(sequences, part);
    const isConflict =
      [...added.ours, ...added.theirs].some(isText) && !isLoneSection({ ...rules, sequences, region: part });
    return { ...part, verdict: isConflict ? "conflict" : "union" };
  });
  const isTorn = parts.some((part) => part.kind === "region" && part.verdict === "conflict" && hasHeading(part));
  return isTorn ? [{ ...region, verdict: "conflict" }] : parts;
}

function isNewDivider({ occurrences, rules }: Merging, token: number): boolean {
  return !isLineToken(token) && !occurrences.base.has(token) && rules.isDivider(token);
}

function isConflicting({ occurrences, rules }: Merging, token: number): boolean {
  if (isLineToken(token) || occurrences.ours.has(token) === occurrences.theirs.has(token)) return false;
  return rules.outcomeOfDeletion(token) === "conflict";
}

/**
 * Whether that side added or changed something inside an element that the other side deleted: alone, it would end up
 * inside another one.
 */
function hasOrphan(merging: Merging, region: Region, side: Side): boolean {
  const { sequences, occurrences, rules } = merging;
  const other = occurrences[side === "ours" ? "theirs" : "ours"];
  const { start } = region[side];
  return rangeIndexes(region[side]).some((index) => {
    const token = sequences[side][index] ?? 0;
    if (isLineToken(token) || (occurrences.base.has(token) && !isConflicting(merging, token))) return false;
    const parent = rules.parentOf(side, index);
    const above = sequences[side][parent] ?? -1;
    return parent >= start && occurrences.base.has(above) && !other.has(above);
  });
}

/** Whether that side deleted what the other side changed inside something that it may have replaced. */
function hasDeletedChange({ sequences, occurrences, rules }: Merging, region: Region, side: Side): boolean {
  const other = side === "ours" ? "theirs" : "ours";
  return rangeIndexes(region.base).some((index) => {
    const token = sequences.base[index] ?? 0;
    return rules.isDoubtful(other, token) && !occurrences.ours.has(token) && !occurrences.theirs.has(token);
  });
}

/**
 * Whether that side added something under a heading that the other side deleted. A heading whose contents were moved
 * above it counts as an added line.
 */
function hasKeptHeading({ sequences, occurrences, rules }: Merging, region: Region, side: Side): boolean {
  const other = side === "ours" ? "theirs" : "ours";
  const isNew = (token: number) =>
    !isLineToken(token) && !occurrences.base.has(token) && !occurrences[other].has(token);
  const isGone = (token: number) => sequences.base.includes(token) && !sequences[other].includes(token);
  const added = rangeIndexes(region[side]).filter((index) => !occurrences.isFromBase(side, index));
  const heading = added.find((index) => rules.headingAt(side, index) && isGone(sequences[side][index] ?? 0));
  return heading !== undefined && added.some((index) => index > heading && isNew(sequences[side][index] ?? 0));
}

function stepsOf(merging: Merging, positions: ReadonlyMap<number, MergedPosition>, region: MergePart): MergeStep[] {
  if (region.kind === "stable") return [region];
  const { sequences } = merging;
  if (region.verdict === "conflict") return conflictSteps(merging, positions, region);
  const chosen = (side: Side) =>
    rangeIndexes(region[side]).filter((index) => {
      const token = sequences[side][index] ?? 0;
      if (!isLineToken(token))
        return positions.get(token) === side || (positions.get(token) === "both" && side === "ours");
      if (region.verdict === "same") return side === "ours";
      // A line that this side did not add is here because the other side deleted it.
      return !merging.occurrences.isFromBase(side, index);
    });
  const added = { ours: chosen("ours"), theirs: chosen("theirs") };
  const isTheirsFirst = region.first ? region.first === "theirs" : isTheirsDeeper(merging, added);
  const order: Side[] = isTheirsFirst ? ["theirs", "ours"] : ["ours", "theirs"];
  return order.flatMap((side) => added[side].map((index): MergeStep => ({ kind: "one", side, index })));
}

function isTheirsDeeper({ rules }: Merging, { ours, theirs }: Readonly<Record<Side, readonly number[]>>): boolean {
  const [[o], [t]] = [ours, theirs];
  return o !== undefined && t !== undefined && rules.depthOf("theirs", t) > rules.depthOf("ours", o);
}

/** The two sides without their common beginning and end. */
function conflictSteps(
  { sequences }: Merging,
  positions: ReadonlyMap<number, MergedPosition>,
  region: RegionWithVerdict,
): MergeStep[] {
  const indexesOf = (side: Side) =>
    rangeIndexes(region[side]).filter((index) => {
      const token = sequences[side][index] ?? 0;
      const position = positions.get(token);
      // Taking this side takes its contents too, including what the other side deleted with the rest.
      return isLineToken(token) || position === side || position === "both" || position === "nowhere";
    });
  const [ours, theirs] = [indexesOf("ours"), indexesOf("theirs")];
  const tokens = (side: Side, indexes: readonly number[]) => indexes.map((index) => sequences[side][index]);
  const { head, tail } = equalEnds(tokens("ours", ours), tokens("theirs", theirs));
  const oursAt = (index: number): MergeStep => ({ kind: "one", side: "ours", index });
  const middle = { ours: ours.slice(head, ours.length - tail), theirs: theirs.slice(head, theirs.length - tail) };
  const conflict: MergeStep = { kind: "conflict", ...middle, base: rangeIndexes(region.base) };
  return [
    ...ours.slice(0, head).map(oursAt),
    ...(middle.ours.length + middle.theirs.length > 0 ? [conflict] : []),
    ...ours.slice(ours.length - tail).map(oursAt),
  ];
}

function slicesOf({ base, ours, theirs }: Sequences, region: Region) {
  return {
    base: base.slice(region.base.start, region.base.end),
    ours: ours.slice(region.ours.start, region.ours.end),
    theirs: theirs.slice(region.theirs.start, region.theirs.end),
  };
}

// The side whose position a moved element takes in the merge.

interface Occurrences {
  /** The position of each identified element on that side; plain lines are omitted. */
  readonly ours: ReadonlyMap<number, number>;
  readonly theirs: ReadonlyMap<number, number>;
  readonly base: ReadonlyMap<number, number>;
  /** Whether that side matched the element at that index with the base, in order. */
  isFromBase(side: Side, index: number): boolean;
}

function occurrencesIn({ base, ours, theirs }: Sequences, { toOurs, toTheirs }: ThreeWayAlignment): Occurrences {
  const fromBase = { ours: new Set(toOurs), theirs: new Set(toTheirs) };
  return {
    base: tokenIndexes(base),
    ours: tokenIndexes(ours),
    theirs: tokenIndexes(theirs),
    isFromBase: (side, index) => fromBase[side].has(index),
  };
}

function tokenIndexes(tokens: readonly number[]): Map<number, number> {
  const indexes = new Map<number, number>();
  tokens.forEach((token, index) => {
    if (!isLineToken(token)) indexes.set(token, index);
  });
  return indexes;
}

interface PositionContext {
  readonly sequences: Sequences;
  readonly occurrences: Occurrences;
  readonly rules: MergeRules;
}

/**
 * The position of each element that does not keep its place. A move into lines in conflict is not made: resolving the
 * conflict for the other side would lose the moved element.
 * @returns null if no position keeps the element however conflicts are resolved
 */
function mergedPositions(context: PositionContext, parts: readonly MergePart[]): Map<number, MergedPosition> | null {
  const { sequences, occurrences } = context;
  const partsBySide = {
    ours: partsByIndex("ours", sequences, parts),
    theirs: partsByIndex("theirs", sequences, parts),
  };
  const positions = new Map<number, MergedPosition>();
  for (const token of new Set([...occurrences.ours.keys(), ...occurrences.theirs.keys()])) {
    const [o, t] = [occurrences.ours.get(token), occurrences.theirs.get(token)];
    if (o === undefined || t === undefined) {
      positions.set(token, positionOfOneSided(context, token));
      continue;
    }
    const position = positionOfMoved(context, token, { ours: partsBySide.ours[o], theirs: partsBySide.theirs[t] });
    if (position === null) return null;
    positions.set(token, position);
  }
  return positions;
}

function partsByIndex(side: Side, sequences: Sequences, parts: readonly MergePart[]): (MergePart | undefined)[] {
  const byIndex = new Array<MergePart | undefined>(sequences[side].length);
  for (const part of parts) {
    if (part.kind === "region") byIndex.fill(part, part[side].start, part[side].end);
    else byIndex[part[side]] = part;
  }
  return byIndex;
}

function positionOfOneSided({ occurrences, rules }: PositionContext, token: number): MergedPosition {
  if (occurrences.base.has(token) && rules.outcomeOfDeletion(token) === "dropped") return "nowhere";
  return occurrences.ours.has(token) ? "ours" : "theirs";
}

type PartBySide = Readonly<Record<Side, MergePart | undefined>>;

function positionOfMoved(
  { occurrences }: PositionContext,
  token: number,
  { ours, theirs }: PartBySide,
): MergedPosition | null {
  if (ours?.kind !== "region" || theirs?.kind !== "region") return "both";
  if (ours === theirs && ours.verdict !== "union") return "both";
  const hasMoved = (side: Side) => !occurrences.isFromBase(side, occurrences[side].get(token) ?? -1);
  const isInBase = occurrences.base.has(token);
  const preferred: Side = isInBase && hasMoved("theirs") && !hasMoved("ours") ? "theirs" : "ours";
  if (ours === theirs) return preferred;
  const [wanted, other] = preferred === "ours" ? [ours, theirs] : [theirs, ours];
  if (wanted.verdict !== "conflict") return preferred;
  if (other.verdict === "conflict") return null;
  return preferred === "ours" ? "theirs" : "ours";
}
