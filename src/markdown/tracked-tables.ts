// Tracked tables: where a table says how far its rows are, and tables that look like trackers but track nothing.

import { trackedKinds } from "../model/columns.js";
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
  const open = columns.filter(({ role, facts }) => role === null && facts.filled > 0);
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
): "metrics" | "legend" | "counters" | null {
  if (columns.slice(0, 2).some(({ role }) => role === "metric")) return "metrics";
  if (status === null) return null;
  if (statusForm === "percent" && isCounter(columns)) return "counters";
  return isLegend(columns, status) ? "legend" : null;
}

/** A percentage next to numbers counted in all, of something that is not known to be worked through. */
function isCounter(columns: readonly Column[]): boolean {
  const hasDates = columns.some(({ role }) => role === "started" || role === "finished");
  const hasNames = columns.some(
    ({ role, isCertain, header }) => role === "phase" || (role === "topic" && isCertain && header.group < 2),
  );
  const hasTotals = columns.some(
    ({ header, facts }) =>
      header.traits.includes("count") && facts.filled > 0 && facts.shaped("number") >= 0.9 * facts.filled,
  );
  return hasTotals && !hasDates && !hasNames;
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
