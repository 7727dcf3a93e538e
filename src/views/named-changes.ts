// Named changes: what happened to each topic, task, column and phase between two versions, in a word with its sign.

import type { Comparison, Difference, Rename } from "../model/history/compare.js";
import { groupBy } from "../text/arrays.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import { type Canvas, type Stroke, statusStroke } from "./canvas.js";

export interface NamedChange {
  readonly kind: "topic" | "task" | "column" | "phase" | "table" | "text";
  readonly name: string;
  /** `finished`, `checked off`, `renamed`. */
  readonly deed: string;
  readonly sign: string;
  readonly stroke: Stroke;
  /** What it was named before; null if it was not renamed. */
  readonly from: string | null;
  /** Null for what is neither a topic nor a task. */
  readonly difference: Difference | null;
}

export function namedChanges(comparison: Comparison, canvas: Pick<Canvas, "paint" | "signs">): NamedChange[] {
  const { paint } = canvas;
  const looks = { added: ["+", paint.done], removed: ["-", paint.blocked], other: ["~", paint.active] } as const;
  const other =
    (kind: NamedChange["kind"], deed: string) =>
    (name: string, from: string | null = null): NamedChange => {
      const [sign, stroke] = looks[deed === "added" || deed === "removed" ? deed : "other"];
      const isPart = (kind === "column" || kind === "phase") && !name.toLowerCase().startsWith(kind);
      return { kind, name: visible(isPart ? `${kind} ${name}` : name), deed, sign, stroke, from, difference: null };
    };
  const all = (kind: NamedChange["kind"], deed: string, names: readonly string[]) =>
    names.map((name) => other(kind, deed)(name));
  const renames = (kind: NamedChange["kind"], renamed: readonly Rename[]) =>
    renamed.map(({ from, to }) => other(kind, "renamed")(to, visible(from)));
  const columns = (deed: "added" | "removed") => {
    const names = comparison.columns[deed];
    // With its topic column, a whole table is added or removed.
    return names.includes("topic") ? [other("table", deed)("topic table")] : all("column", deed, names);
  };
  return [
    ...comparison.differences.map((difference): NamedChange => {
      const { type, kind, name, renamedFrom } = difference;
      const from = renamedFrom === null ? null : visible(renamedFrom) || "(no name)";
      const look = kind === "changed" ? statusLook(difference, canvas) : null;
      const [sign, stroke] = look ?? looks[kind === "changed" ? "other" : kind];
      return {
        kind: type,
        name: visible(name) || "(no name)",
        deed: deedOf(difference),
        sign,
        stroke,
        from,
        difference,
      };
    }),
    ...columns("added"),
    ...columns("removed"),
    ...renames("column", comparison.renamedColumns),
    ...renames("phase", comparison.renamedPhases),
    ...all("phase", "added", comparison.addedPhases),
    ...all("phase", "removed", comparison.removedPhases),
    ...(comparison.hasOtherText ? [other("text", "changed")("other text")] : []),
  ];
}

/** The sign of the new status, or the new box; null if neither changed. */
function statusLook({ type, status, fields }: Difference, { paint, signs }: Pick<Canvas, "paint" | "signs">) {
  const mark = fields.find(({ field }) => field === "mark");
  if (status.to === null || (status.from === status.to && !mark)) return null;
  const sign = type === "topic" ? signs.status[status.to] : mark ? `[${visible(mark.to)}]` : null;
  return sign === null ? null : ([sign, statusStroke(status.to, paint)] as const);
}

function deedOf(difference: Difference): string {
  const { kind, renamedFrom, moved } = difference;
  if (kind !== "changed") return kind;
  return statusDeed(difference) ?? (renamedFrom !== null ? "renamed" : moved !== null ? "moved" : "changed");
}

/** What the change of the status amounts to: `started`, `finished`, `checked off`; null if it did not change. */
export function statusDeed({ type, status: { from, to } }: Difference): string | null {
  if (to === null || from === to) return null;
  if (to === "done") return type === "task" ? "checked off" : "finished";
  if (to === "in-progress") return from === "not-started" ? "started" : "reopened";
  if (to === "not-started") return type === "task" && from === "done" ? "unchecked" : "reset";
  return to;
}

/** Changes of one kind and deed as one: `36 topics`, `added`. */
export function combinedChanges(changes: readonly NamedChange[]): NamedChange[] {
  const groups = groupBy(changes, ({ kind, deed }) => `${kind} ${deed}`);
  return [...groups.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    return more.length === 0
      ? [first]
      : [{ ...first, name: counted(more.length + 1, first.kind), from: null, difference: null }];
  });
}

const deeds = ["finished", "checked off", "started", "reopened", "blocked", "skipped", "reset", "unchecked"];

/** `4 topics: 1 finished, 1 started, 2 added; 2 tasks checked off`. */
export function changesSummary(changes: readonly NamedChange[]): string {
  const kinds = [...groupBy(changes, ({ kind }) => kind)].map(([kind, ofKind]) => {
    if (kind === "text") return "other text changed";
    const counts = [...groupBy(ofKind, ({ deed }) => deed)].sort(([a], [b]) => rankOf(a) - rankOf(b));
    const [only, another] = counts;
    const total = counted(ofKind.length, kind);
    if (only && !another) return `${total} ${only[0]}`;
    return `${total}: ${counts.map(([deed, { length }]) => `${length} ${deed}`).join(", ")}`;
  });
  return kinds.join("; ");
}

function rankOf(deed: string): number {
  const rank = deeds.indexOf(deed);
  return rank < 0 ? deeds.length : rank;
}

/** A Phase cell may contain a bare number. */
export function phaseText(label: string): string {
  return /^\d+$/.test(label) ? `phase ${label}` : visible(label);
}
