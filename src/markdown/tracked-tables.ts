// Tracked tables: where a table says how far its rows are, and tables that look like trackers but track nothing.

import { trackedKinds } from "../model/columns.js";
import type { HeaderRole } from "../model/headers.js";
import type { TopicTable } from "../model/roadmap.js";
import { isNearlyAll } from "./column-facts.js";
import { type Column, showsFewStatuses } from "./settle-columns.js";

interface Progress extends Pick<TopicTable, "statusForm"> {
  /** A status column; without one a check column, without either a percent column. */
  readonly status: Column | null;
  /** Whether any column tells how far a row is. */
  readonly isTracked: boolean;
}

export function findProgress(columns: readonly Column[]): Progress {
  const first = (role: Column["role"]) => {
    const all = columns.filter((column) => column.role === role);
    return all.find(({ isConfigured }) => isConfigured) ?? all.find(({ isCertain }) => isCertain) ?? all[0];
  };
  const [written, check, percent] = [first("status"), first("check"), first("percent")];
  const isUnused =
    written &&
    !written.isConfigured &&
    check &&
    check.facts.known > 0 &&
    written.facts.known < 0.2 * written.facts.filled;
  const status = (isUnused ? check : (written ?? check)) ?? percent ?? null;
  const isTracked =
    status !== null ||
    columns.some(
      ({ role, header, isConfigured }) =>
        trackedKinds.some((kind) => kind === role) &&
        (role !== "proof" || isConfigured || header.traits.includes("plain")),
    );
  return { status, isTracked, statusForm: status ? formOf(status) : "words" };
}

/** A column that the front matter makes the status column is still written as its header and its cells say. */
function formOf({ role, header, facts, isConfigured }: Column): TopicTable["statusForm"] {
  if (role === "check" || role === "percent") return role;
  if (!isConfigured) return "words";
  if (facts.filled === 0) return header.role === "check" || header.role === "percent" ? header.role : "words";
  if (facts.known >= 0.5 * facts.filled && header.role !== "check") return "words";
  if (facts.shaped("share") >= 0.5 * facts.filled) return "percent";
  return header.role === "check" || facts.shaped("answer") >= 0.5 * facts.filled ? "check" : "words";
}

/**
 * The column of a table of topics that may say how far they are: by its header, although its cells say something else,
 * or by its only cells, which are too few to be sure.
 */
export function findUnclearProgress(columns: readonly Column[]): Column | undefined {
  if (!columns.some(({ role, isCertain, header }) => role === "topic" && isCertain && header.group < 2))
    return undefined;
  const open = columns.filter(({ role, facts }) => role === null && facts.shaped("image") < facts.filled);
  const [only, another] = open.filter(showsFewStatuses);
  return open.find(contradictsHeader) ?? (another ? undefined : only);
}

/** Percentages that are no progress are the parts of a whole. */
function contradictsHeader({ header: { role }, facts }: Column): boolean {
  return role === "status" || role === "check" || (role === "percent" && facts.shaped("share") === 0);
}

/** Why a table with such columns is no tracker all the same; null if it is one. */
export function whyUntracked(
  columns: readonly Column[],
  { status, statusForm }: Progress,
): "metrics" | "legend" | "counters" | "states" | null {
  if (columns.slice(0, 2).some(({ role }) => role === "metric")) return "metrics";
  if (status === null || status.isConfigured) return null;
  if (statusForm === "percent") {
    if (isCounter(columns)) return "counters";
    if (isMeasurement(columns, status)) return "metrics";
  }
  if (statusForm === "check" && !status.header.isWeak && hasTotals(columns) && !columns.some(isAboutWork))
    return "metrics";
  if (isLegend(columns, status)) return "legend";
  return showsOtherStates(columns, status) ? "states" : null;
}

/** Whether a column shows that the rows are work: what is learned, when, in which phase. */
function isAboutWork({ role, header, isCertain }: Column): boolean {
  if (role === null || !isCertain) return false;
  return role === "topic" ? header.group < 2 : rolesOfWork.has(role);
}

const rolesOfWork = new Set<HeaderRole>([
  ...(["phase", "day", "started", "finished", "due", "percent", "priority", "depends-on", "deliverables"] as const),
]);

function hasTotals(columns: readonly Column[]): boolean {
  return columns.some(
    ({ header, facts }) =>
      header.traits.includes("count") && facts.filled > 0 && facts.shaped("number") >= 0.9 * facts.filled,
  );
}

/** Percentages by date, or next to other numbers, of nothing that is known to be work. */
function isMeasurement(columns: readonly Column[], status: Column): boolean {
  const others = columns.filter((column) => column !== status);
  if (others.some(isAboutWork)) return false;
  const isNumbers = ({ role, facts }: Column) => role === null && isNearlyAll(facts.shaped("number"), facts.filled);
  return status.name.trim() === "%" || columns[0]?.role === "date" || others.some(isNumbers);
}

/**
 * A status column whose texts are no statuses, in a table that nothing else shows to be about work: the states of a
 * country, the conditions of a machine, which fields a form requires.
 */
function showsOtherStates(columns: readonly Column[], { role, facts }: Column): boolean {
  if (role !== "status" || facts.filled === 0 || columns.some(isAboutWork)) return false;
  const isPolicy = columns.some(({ header }) => header.traits.includes("property"));
  return Math.max(facts.known, isPolicy ? 0 : facts.shaped("symbol")) < 0.5 * facts.filled;
}

/** A percentage next to numbers counted in all, of something that is not known to be worked through. */
function isCounter(columns: readonly Column[]): boolean {
  const hasDates = columns.some(({ role }) => role === "started" || role === "finished");
  const hasNames = columns.some(
    ({ role, isCertain, header }) => role === "phase" || (role === "topic" && isCertain && header.group < 2),
  );
  return hasTotals(columns) && !hasDates && !hasNames;
}

const maxLegendColumns = 4;

/** A small table whose statuses are all different, next to the symbol or the meaning of each. */
function isLegend(columns: readonly Column[], status: Column): boolean {
  const { filled, distinct } = status.facts;
  if (columns.length > maxLegendColumns || filled < 2 || distinct < filled) return false;
  const hasNames = columns.some(({ role, isCertain }) => role === "topic" && isCertain);
  const isSymbols = ({ index, role, facts }: Column) =>
    role === "symbol" || (index === 0 && isNearlyAll(facts.shaped("symbols"), facts.filled));
  if (columns.some((column) => column !== status && isSymbols(column))) return true;
  if (hasNames) return false;
  return status.index === 0 || columns.some(({ header }) => header.traits.includes("meaning"));
}
