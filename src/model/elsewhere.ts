// Elsewhere: whether two versions of a roadmap differ beyond their topics and tasks: in phases, columns and prose.

import { fold } from "../text/fold.js";
import type { Span } from "../text/span.js";
import { plainText } from "./cell-text.js";
import { remembered } from "./remember.js";
import type { Phase, Roadmap, TopicTable } from "./roadmap.js";
import { columnNames } from "./row-cells.js";

export interface PhaseRename {
  readonly from: string;
  readonly to: string;
}

/** A phase whose label is gone, and one whose label is new, are one phase when nothing else went or came. */
export function phaseRenames(before: readonly Phase[], after: readonly Phase[]): PhaseRename[] {
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

/** The names of all columns of topic tables. */
export function columnsOf({ text, tables }: Roadmap): string[] {
  return [...new Set(tables.flatMap((table) => columnNames(text, table)))];
}

/** Whether the text without topics, tasks and the heads of topic tables differs; blanks do not count. */
export function isOtherText(before: Roadmap, after: Roadmap, renamed: readonly PhaseRename[]): boolean {
  const [then, now] = [proseOf(before), proseOf(after)];
  if (then === now) return false;
  const withoutNames = (prose: string, names: readonly string[]) => fold(withoutHeadings(prose, names));
  const [old, new_] = [renamed.map(({ from }) => from), renamed.map(({ to }) => to)];
  return withoutNames(then, old) !== withoutNames(now, new_);
}

/** The same without the headings of phases that are called otherwise: those are told already. */
function withoutHeadings(prose: string, names: readonly string[]): string {
  if (names.length === 0) return prose;
  const lines = prose.split(/\r\n|[\r\n]/);
  return lines.filter((line) => !names.includes(plainText(line.replace(/^ {0,3}#+|#+[ \t]*$/g, "")))).join("\n");
}

/** A version is compared with the one before it and with the one behind it. */
const proseOf = remembered(({ text, tables, topics, tasks }) => {
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
