// Changes outside topics and tasks: phases, columns, other text.

import { type Span, textAt } from "../text/edit.js";
import { memoize } from "../text/memoize.js";
import { fold } from "../text/normalize.js";
import { plainText } from "./cell-text.js";
import type { ColumnKind } from "./columns.js";
import { headed } from "./outline.js";
import type { Phase, Roadmap, TopicTable } from "./roadmap.js";
import { columnNames } from "./row-cells.js";
import { cellTextAt } from "./table.js";

export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** If as many phases were added as removed, a new label in the position of a removed one is a rename. */
export function phaseRenames(before: readonly Phase[], after: readonly Phase[]): Rename[] {
  const headed = (phases: readonly Phase[]) => phases.filter(({ tasks }) => tasks.length > 0).map(({ label }) => label);
  const [then, now] = [headed(before), headed(after)];
  const gone = then.filter((label) => !now.includes(label));
  const come = now.filter((label) => !then.includes(label));
  if (then.length !== now.length || gone.length !== come.length) return [];
  return gone.flatMap((from) => {
    const to = now[then.indexOf(from)];
    return to !== undefined && come.includes(to) ? [{ from, to }] : [];
  });
}

const blanksAndRules = /^[\s*_-]*$/;

/** Headings that the earlier version lacks and that have tasks or nothing below them; all others belong to prose. */
export function newPhases(before: Roadmap, after: Roadmap, renamed: readonly Rename[]): string[] {
  const known = new Set([...headed(before).map(({ label }) => label), ...renamed.map(({ to }) => to)]);
  return headed(after).flatMap(({ label, heading }, index, all) => {
    if (known.has(label)) return [];
    const next = all[index + 1]?.heading;
    const isEmpty = blanksAndRules.test(after.text.slice(heading.span.end, next?.span.start));
    const hasTasks = after.tasks.some(({ phase }) => phase?.label === label);
    return hasTasks || (isEmpty && (next?.depth ?? 0) <= heading.depth) ? label : [];
  });
}

/** The changed headers of columns of a known kind. */
export function renamedColumns(before: Roadmap, after: Roadmap): Rename[] {
  if (before.tables.length !== after.tables.length) return [];
  const headerIn = ({ text }: Roadmap, { table, columns }: TopicTable, kind: ColumnKind) => {
    const column = columns.get(kind);
    return column === undefined ? null : plainText(cellTextAt(text, table.header, column));
  };
  const renames = before.tables.flatMap((then, index) => {
    const now = after.tables[index];
    if (!now || textAt(before.text, then.table.header) === textAt(after.text, now.table.header)) return [];
    return [...then.columns.keys()].flatMap((kind): [string, Rename][] => {
      const [from, to] = [headerIn(before, then, kind), headerIn(after, now, kind)];
      return from === null || to === null || from === to ? [] : [[`${from}\n${to}`, { from, to }]];
    });
  });
  return [...new Map(renames).values()];
}

/** The names of all columns of topic tables. */
export function columnsOf({ text, tables }: Roadmap): string[] {
  return [...new Set(tables.flatMap((table) => columnNames(text, table)))];
}

/**
 * Whether the text without topics, tasks and the heads of topic tables differs, ignoring whitespace.
 * @param told labels of headings that were removed or added
 */
export function isOtherText(
  before: Roadmap,
  after: Roadmap,
  told: { readonly gone: readonly string[]; readonly come: readonly string[] },
): boolean {
  const [then, now] = [proseOf(before), proseOf(after)];
  if (then === now) return false;
  const withoutNames = (prose: string, names: readonly string[]) => fold(withoutHeadings(prose, names));
  return withoutNames(then, told.gone) !== withoutNames(now, told.come);
}

/** The prose without the headings of phases that are already reported. */
function withoutHeadings(prose: string, names: readonly string[]): string {
  if (names.length === 0) return prose;
  const lines = prose.split(/\r\n|[\r\n]/);
  return lines.filter((line) => !names.includes(plainText(line.replace(/^ {0,3}#+|#+[ \t]*$/g, "")))).join("\n");
}

/** Each version is compared with its predecessor and its successor. */
const proseOf = memoize(({ text, tables, topics, tasks }: Roadmap) => {
  const cut: Span[] = [...topics.map(({ row }) => row), ...tasks.map(({ span }) => span), ...tables.map(headOf)];
  cut.sort((a, b) => a.start - b.start);
  const kept: string[] = [];
  let at = 0;
  for (const { start, end } of cut) {
    if (start > at) kept.push(text.slice(at, start));
    at = Math.max(at, end);
  }
  kept.push(text.slice(at));
  return kept.join(" ");
});

/** The header row and the delimiter row. */
function headOf({ table }: TopicTable): Span {
  return { start: table.span.start, end: table.rows[0]?.start ?? table.span.end };
}
