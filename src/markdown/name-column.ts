// Name column: which column of a tracker table names its rows.

import { type ColumnFacts, isNearlyAll } from "./column-facts.js";
import type { Column } from "./settle-columns.js";

interface NameColumn {
  readonly column: Column;
  /** Whether its header alone tells so. */
  readonly isCertain: boolean;
}

const tellNothing = new Set([
  ...["status", "check", "percent", "started", "finished", "due", "date", "priority", "depends-on"],
  ...["id", "day", "symbol", "metric", "phase"],
]);

const describeOthers = new Set(["comments", "resources", "proof", "estimate", "person", "category"]);

/** Each rule is tried when those before it find no column. */
export function findNameColumn(columns: readonly Column[], rowCount: number): NameColumn | null {
  const status = columns.find(({ role }) => role === "status")?.index ?? 0;
  /** What is right of the status tells more about the row, such as the problem that blocks it. */
  const isRemark = ({ index }: Column) => status > 0 && index > status;
  const headed = columns
    .filter(({ role }) => role === "topic")
    .sort(
      (a, b) =>
        Number(a.header.isWeak) - Number(b.header.isWeak) ||
        Number(isRemark(a)) - Number(isRemark(b)) ||
        a.header.group - b.header.group ||
        a.header.rank - b.header.rank,
    );
  // What names rows only where nothing else is known to: deliverables, repositories.
  const texts = columns.filter((column) => {
    const { role, header } = column;
    if (role === null) return !isRemark(column) && (header.isWeak || !header.traits.includes("meaning"));
    return header.traits.includes("names") && headed.length === 0;
  });
  const phase = columns.find((column) => isNamingPhase(column, headed, rowCount));
  const namesBeforeTexts = headed.length === 0 && phase && !areOrdinals(phase.facts) && areNames(phase.facts, rowCount);
  return (
    (namesBeforeTexts ? inferred(phase) : null) ??
    byHeader(headed, { texts, rowCount, isRemark }) ??
    certain(headed.find(({ header, facts }) => !header.isWeak && facts.filled > 0 && !areIds(facts))) ??
    certain(headed.find(({ header, facts }) => !header.isWeak && facts.filled === 0)) ??
    inferred(byDescription(columns, rowCount)) ??
    inferred(phase) ??
    byHeaderAlone(headed[0]) ??
    inferred(lastResort(columns, rowCount))
  );
}

/** In a table that has only its header yet: the first column that is nothing else, or the phase. */
export function findNameByHeader(columns: readonly Column[]): NameColumn | null {
  return inferred(columns.find(({ role }) => role === null) ?? columns.find(({ role }) => role === "phase"));
}

interface Candidates {
  readonly texts: readonly Column[];
  readonly isRemark: (column: Column) => boolean;
  readonly rowCount: number;
}

/** Fewer rows do not show that a column under a known header has ids or repeats itself. */
const fewestNames = 3;

/** A known header with filled and mostly different cells; else the first column that only has such cells. */
function byHeader(headed: readonly Column[], { texts, rowCount, isRemark }: Candidates): NameColumn | null {
  const fullTexts = texts.filter(({ facts }) => areNames(facts, rowCount));
  const isFilled = ({ header, facts }: Column) =>
    facts.filled >= 0.9 * rowCount ||
    (!header.isWeak &&
      facts.filled >= 0.5 * rowCount &&
      ![...headed, ...texts].some((other) => other.facts.filled > facts.filled && areNames(other.facts, rowCount)));
  const usable = headed.filter(
    (column) =>
      column.facts.filled > 0 &&
      isFilled(column) &&
      column.facts.distinct >= 0.75 * column.facts.filled &&
      !areIds(column.facts),
  );
  const [onlyHeader] = headed.filter(({ header, facts }) => !header.isWeak && facts.filled > 0);
  if (onlyHeader && usable.length === 0 && rowCount < fewestNames) return byHeaderAlone(onlyHeader);
  const best = usable.find(({ facts }) => isNearlyAll(facts.distinct, facts.filled)) ?? usable[0];
  const [firstText] = fullTexts;
  const isLess = best && (best.header.isWeak || (isRemark(best) && firstText && !isRemark(firstText)));
  if (best && !(isLess && firstText && firstText.index < best.index))
    return { column: best, isCertain: best.isCertain };
  return firstText ? { column: firstText, isCertain: false } : null;
}

function areNames(facts: ColumnFacts, rowCount: number): boolean {
  const { filled } = facts;
  return (
    filled > 0 &&
    filled >= 0.9 * rowCount &&
    facts.shaped("text") >= 0.8 * filled &&
    isNearlyAll(facts.distinct, filled)
  );
}

function areIds(facts: ColumnFacts): boolean {
  return Math.max(facts.shaped("id"), facts.shaped("number"), facts.shaped("share")) >= 0.9 * facts.filled;
}

/** A column of descriptions or resources, unless a phase column has names of its own. */
function byDescription(columns: readonly Column[], rowCount: number): Column | undefined {
  const phase = columns.find(({ role }) => role === "phase");
  if (phase && !areOrdinals(phase.facts)) return undefined;
  return columns.find(
    ({ role, header, facts }) =>
      (role === "resources" || header.traits.includes("describes")) && areNames(facts, rowCount),
  );
}

/** A phase column; next to a column of ids only if it has names that differ. */
function isNamingPhase({ role, facts }: Column, headed: readonly Column[], rowCount: number): boolean {
  const hasIds = headed.some((column) => column.facts.filled > 0 && column.facts.shaped("share") === 0);
  return role === "phase" && facts.filled > 0 && (!hasIds || areNames(facts, rowCount));
}

/** `1`, `Week 3`, `Phase 2-3` */
function areOrdinals(facts: ColumnFacts): boolean {
  let ordinals = 0;
  for (const [raw, count] of facts.counts)
    if (/^[^\p{L}\p{N}]*(?:\p{L}+\s*)?\d{1,3}(?:\s*[-–~.]\s*\d{1,3})*\W*$/u.test(raw)) ordinals += count;
  return ordinals >= 0.9 * facts.filled;
}

/** Categories, days, ids, or whatever else differs from row to row. */
function lastResort(columns: readonly Column[], rowCount: number): Column | undefined {
  const isFull = ({ facts }: Column) => facts.filled > 0 && facts.filled >= 0.9 * rowCount;
  const differs = (column: Column) => isFull(column) && column.facts.distinct === column.facts.filled;
  return (
    columns.find((column) => column.role === "category" && areNames(column.facts, rowCount)) ??
    columns.find(
      (column) =>
        !tellNothing.has(column.role ?? "") &&
        !describeOthers.has(column.role ?? "") &&
        isFull(column) &&
        column.facts.shaped("text") >= 0.5 * column.facts.filled &&
        column.facts.distinct >= 0.75 * column.facts.filled,
    ) ??
    columns.find((column) => (column.role === "day" || column.role === "id") && differs(column)) ??
    columns.find((column) => column.role === null && !column.header.traits.includes("count") && differs(column))
  );
}

function byHeaderAlone(column: Column | undefined): NameColumn | null {
  return column ? { column, isCertain: column.isCertain } : null;
}

function certain(column: Column | undefined): NameColumn | null {
  return column ? { column, isCertain: true } : null;
}

function inferred(column: Column | undefined): NameColumn | null {
  return column ? { column, isCertain: false } : null;
}
