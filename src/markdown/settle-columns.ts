// Settled columns: what each column of a table contains, by its header where that is certain, and else by its cells.

import type { HeaderReading, HeaderRole } from "../model/headers.js";
import { lazy } from "../text/memoize.js";
import { type ColumnFacts, isNearlyAll } from "./column-facts.js";

/** A column before its cells are looked at; `facts` looks at them when it is first used. */
export interface RawColumn {
  readonly index: number;
  /** Its header without Markdown. */
  readonly name: string;
  readonly header: HeaderReading;
  readonly facts: ColumnFacts;
}

export interface Column extends RawColumn {
  /** What it contains; null if neither its header nor its cells tell. */
  readonly role: HeaderRole | null;
  /** Whether the front matter, or a header that is known as a whole and not contradicted by the cells, tells so. */
  readonly isCertain: boolean;
  /** Whether the front matter tells so. */
  readonly isConfigured: boolean;
}

/** The columns with the role of each; in a table without a status column, cells can make one. */
export function settleColumns(columns: readonly RawColumn[], rowCount: number): Column[] {
  const hasStatus = columns.some(({ header }) => header.role === "status" || header.role === "check");
  const settled = columns.map((column): Column => {
    const role = settledRole(column, hasStatus);
    return { ...column, role, isCertain: role === column.header.role && !column.header.isWeak, isConfigured: false };
  });
  const byCells = statusByCells(settled, rowCount);
  return settled.map((column) => (column === byCells ? { ...column, role: "status", isCertain: false } : column));
}

function settledRole(column: RawColumn, hasStatus: boolean): HeaderRole | null {
  const { header, facts } = column;
  switch (header.role) {
    case "check":
      return checkRole(facts);
    case "percent":
      return percentRole(facts);
    case "status":
      return statusRole(column);
    case "finished":
      return header.traits.includes("check") && isCheck(facts) ? "check" : dayRole(header.role, facts, hasStatus);
    case "started":
    case "due":
      return dayRole(header.role, facts, hasStatus);
    case "phase":
      return header.isWeak && facts.shaped("id") < 0.5 * facts.filled ? null : "phase";
    case "date":
      return facts.shaped("date") < 0.3 * facts.filled && facts.shaped("text") > 0.7 * facts.filled ? null : "date";
    case "id":
      if (isNearlyAll(facts.shaped("symbols"), facts.filled)) return null;
      return facts.filled > 0 && facts.shaped("text") >= 0.7 * facts.filled ? null : "id";
    default:
      return header.role;
  }
}

/** `Done`, `✓`, `完成`: a check in each row, the day on which it was done, or how much of it is. */
function checkRole(facts: ColumnFacts): HeaderRole | null {
  const { filled } = facts;
  if (filled === 0 || isCheck(facts)) return "check";
  if (facts.shaped("date") >= 0.5 * filled) return "finished";
  return facts.shaped("share") >= 0.5 * filled ? "percent" : null;
}

function isCheck(facts: ColumnFacts): boolean {
  const { filled } = facts;
  const isOther = Math.max(facts.shaped("date"), facts.shaped("share")) >= 0.5 * filled;
  return filled > 0 && !isOther && Math.max(facts.known, facts.shaped("answer")) >= 0.5 * filled;
}

function percentRole(facts: ColumnFacts): HeaderRole | null {
  const { filled } = facts;
  if (filled === 0) return "percent";
  if (facts.shaped("share") < 0.5 * filled) return facts.known >= 0.5 * filled ? "status" : null;
  return areWeights(facts) ? null : "percent";
}

/** Three shares or more, none of them 0% or 100%, that are 100% in all: parts of a whole, such as those of an exam. */
function areWeights({ counts, filled, shaped }: ColumnFacts): boolean {
  if (filled < 3 || shaped("percent") < filled) return false;
  let sum = 0;
  for (const [raw, count] of counts) {
    const percent = Number.parseFloat(/\d+(?:[.,]\d+)?/.exec(raw)?.[0]?.replace(",", ".") ?? "0");
    if (percent >= 100) return false;
    sum += percent * count;
  }
  return Math.abs(sum - 100) <= 2;
}

function statusRole({ index, name, header, facts }: RawColumn): HeaderRole | null {
  const { filled } = facts;
  if (filled === 0) return header.isWeak && !/status$/i.test(name) ? null : "status";
  if (filled >= 2 && facts.shaped("date") >= 0.8 * filled) return "date";
  if (filled >= 2 && facts.shaped("code") >= 0.5 * filled) return null;
  if (filled >= fewestStatuses && facts.shaped("image") >= 0.9 * filled && facts.known === 0) return null;
  const isPlain = !header.isWeak && header.traits.includes("plain");
  // The first column usually names things: `State` may list countries.
  const needsProof = !isPlain || index === 0;
  return needsProof && facts.known < 0.5 * filled ? null : "status";
}

const fewestTexts = 3;

/** A column of dates, or one of clock times, hours or texts that only has the header of one, as in a timetable. */
function dayRole(role: "started" | "finished" | "due", facts: ColumnFacts, hasStatus: boolean): HeaderRole | null {
  const { filled } = facts;
  if (filled === 0 || facts.shaped("date") >= 0.3 * filled) return role;
  const isTimetable =
    facts.shaped("number") > 0.5 * filled ||
    (filled >= fewestTexts && facts.shaped("text") + facts.shaped("number") > 0.7 * filled);
  return facts.shaped("clock") > 0.5 * filled || (isTimetable && !hasStatus) ? null : role;
}

/** The only column of unknown header whose cells are nearly all statuses, if there is no status column. */
function statusByCells(columns: readonly Column[], rowCount: number): Column | null {
  if (columns.some(({ role }) => role === "status" || role === "check")) return null;
  const open = columns.filter(isOpen);
  const [only, another] = open.filter((column) => showsStatuses(column, rowCount));
  if (!only || another) return null;
  if (columns.filter(isMeasured).length > 1) return null;
  // Two columns of symbols are a grid: habits by day, or products by feature.
  const marked = columns.filter(
    ({ index, role, facts }) =>
      index > 0 && (role === null || role === "day") && isNearlyAll(facts.shaped("symbol"), facts.filled),
  );
  return marked.length > 1 ? null : only;
}

/** Days and symbols stay what they are: a grid of habits, a legend. */
function isOpen({ role, header }: Column): boolean {
  return role === "topic" ? header.isWeak : role !== "day" && role !== "symbol";
}

/** Numbers of something that is not known to be an effort: rates, sizes, errors. */
function isMeasured({ role, facts }: Column): boolean {
  return role === null && isNearlyAll(facts.shaped("number"), facts.filled);
}

const fewestStatuses = 3;

/** `isPublic`, `has tests` */
const asksForProperty = lazy(() => /^(?:is|has|can)(?:\p{Lu}| )/u);

function showsStatuses({ name, header, facts }: Column, rowCount: number): boolean {
  const { filled } = facts;
  if (filled < fewestStatuses || isProperty(name, header) || !isNearlyAll(facts.sure, filled)) return false;
  // A ✅ or ❌ in every row says what something has, not what was done.
  return facts.shaped("verdict") < filled || (filled < rowCount && facts.shaped("rejection") === 0);
}

/** One or two statuses in an otherwise blank column. */
export function showsFewStatuses({ name, header, facts }: Column): boolean {
  const { filled } = facts;
  const isFew = filled > 0 && filled < fewestStatuses && facts.sure === filled;
  return isFew && !isProperty(name, header) && facts.shaped("rejection") === 0;
}

function isProperty(name: string, { traits }: HeaderReading): boolean {
  return asksForProperty().test(name) || traits.includes("property") || traits.includes("meaning");
}
