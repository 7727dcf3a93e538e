// Log rows: in a terminal, one line for each change of each commit, newest first.

import type { Day } from "../model/dates.js";
import { type Comparison, isUnchanged } from "../model/history/compare.js";
import type { HistoryEntry } from "../model/history/history.js";
import { linksIn } from "../model/inline-text.js";
import { visible } from "../text/visible.js";
import { fitInColumns, widthInColumns } from "../text/width.js";
import { type Canvas, type Stroke, statusLabels, textWidth } from "./canvas.js";
import { columnLines } from "./columns.js";
import { dayText, weekdayText } from "./day-words.js";
import { combinedChanges, type NamedChange, namedChanges, phaseText } from "./named-changes.js";

interface RowsView {
  readonly uncommitted: Comparison | null;
  readonly entries: readonly HistoryEntry[];
  readonly today: Day;
}

interface Row {
  readonly day: string;
  readonly sign: string;
  readonly stroke: Stroke;
  readonly name: string;
  readonly deed: string;
  readonly author: string;
  readonly commit: string;
  readonly details: readonly string[];
}

const maxRows = 10;
const shortId = 7;
const minWidth = 60;

/** `Tue 24 Nov   ✓  HTTP Fundamentals  finished  3f2a1b9`, with its proof, or what it was before, below it. */
export function logRowLines({ uncommitted, entries, today }: RowsView, wide: Canvas): string[] {
  const canvas = { ...wide, width: Math.min(wide.width, textWidth) };
  const authors = new Set(entries.map(({ author }) => author));
  const pending = uncommitted === null ? [] : changeRows(uncommitted, canvas);
  const committed = entries.flatMap((entry) =>
    entryRows(entry, canvas).map((row, index): Row => {
      if (index > 0) return row;
      const day = entry.day === null ? "no date" : logDayText(entry.day, today, canvas);
      const author = authors.size > 1 ? visible(entry.author) : "";
      return { ...row, day, author, commit: entry.commit.slice(0, shortId) };
    }),
  );
  const lines = rowLines([...pending, ...committed], canvas);
  if (pending.length === 0) return lines.flat();
  const [first, rest] = [lines.slice(0, pending.length).flat(), lines.slice(pending.length).flat()];
  return [canvas.paint.head("Uncommitted changes"), ...first, ...(rest.length > 0 ? ["", ...rest] : [])];
}

/** `Tue 24 Nov`; `24 Nov` if space is short. */
export function logDayText(day: Day, today: Day, canvas: Canvas): string {
  return (canvas.width < minWidth ? dayText : weekdayText)(day, today, canvas);
}

function entryRows(entry: HistoryEntry, canvas: Canvas): Row[] {
  const { kind, comparison, path, renamedFrom } = entry;
  const { paint } = canvas;
  const fileRow = { ...blankRow, name: visible(path ?? "the file") };
  const ofFile: Row[] = [
    ...(renamedFrom === null
      ? []
      : [{ ...fileRow, sign: "~", stroke: paint.active, deed: "renamed", details: [`from ${visible(renamedFrom)}`] }]),
    ...(kind === "added" ? [{ ...fileRow, sign: "+", stroke: paint.done, deed: "added" }] : []),
    ...(kind === "removed" ? [{ ...fileRow, sign: "-", stroke: paint.blocked, deed: "removed" }] : []),
  ];
  if (comparison === null) return ofFile;
  if (!isUnchanged(comparison)) return [...ofFile, ...changeRows(comparison, canvas)];
  return ofFile.length > 0 ? ofFile : [{ ...blankRow, sign: "~", stroke: paint.dim, name: "formatting only" }];
}

const blankRow = { day: "", deed: "", author: "", commit: "", details: [] };

function changeRows(comparison: Comparison, canvas: Canvas): Row[] {
  const changes = namedChanges(comparison, canvas);
  const shown = changes.length <= maxRows ? changes : combinedChanges(changes);
  return shown.map((change) => {
    const { sign, stroke, name } = change;
    return { ...blankRow, sign, stroke, name, deed: deedText(change), details: detailsOf(change, canvas) };
  });
}

const maxFieldLength = 12;

/** `added, done`; `comments changed`. */
function deedText({ deed, difference }: NamedChange): string {
  if (!difference) return deed;
  const { kind, status, fields } = difference;
  if (kind === "added" && status.to !== null && status.to !== "not-started")
    return `${deed}, ${statusLabels[status.to]}`;
  const [only, another] = fields;
  const isField = deed === "changed" && only && !another && only.field.length <= maxFieldLength;
  return isField ? `${visible(only.field)} ${deed}` : deed;
}

/** The links that prove what was finished, and what was different before a rename or a move. */
function detailsOf({ deed, from, difference }: NamedChange, { width }: Canvas): string[] {
  const proof = difference?.fields.find(({ field }) => field === "proof")?.to ?? "";
  const hasLinks = deed === "finished" && width >= minWidth;
  const links = hasLinks ? linksIn(proof).map((link) => visible(link.replace(/^https?:\/\//, ""))) : [];
  const moved = difference?.moved ?? null;
  const phase = moved?.to.phase ?? null;
  return [
    ...links,
    ...(from === null ? [] : [`from ${from}`]),
    ...(phase === null || phase === moved?.from.phase ? [] : [`to ${phaseText(phase)}`]),
  ];
}

/** For each row its line, and the details below its name. */
function rowLines(rows: readonly Row[], canvas: Canvas): string[][] {
  const { paint, signs, width } = canvas;
  const dayWidth = Math.max(0, ...rows.map(({ day }) => widthInColumns(day)));
  const signWidth = Math.max(0, ...rows.map(({ sign }) => widthInColumns(sign)));
  const leads = rows.map(({ day, sign, stroke }) => {
    const space = signWidth - widthInColumns(sign);
    const padded = `${" ".repeat(Math.ceil(space / 2))}${stroke(sign)}${" ".repeat(Math.floor(space / 2))}`;
    return `${day === "" ? " ".repeat(dayWidth) : paint.dim(day.padEnd(dayWidth))}  ${padded} `;
  });
  const leadWidth = dayWidth + 2 + signWidth + 1;
  const room = Math.max(1, width - leadWidth);
  const column = (key: "name" | "deed" | "author" | "commit") => ({ title: "", texts: rows.map((row) => row[key]) });
  const columns = [
    { ...column("name"), least: 24, isStretched: true },
    {
      ...column("deed"),
      yields: 2,
      isWhole: true,
      stroke: (text: string, row: number) => rows[row]?.stroke(text) ?? text,
    },
    { ...column("author"), yields: 4, stroke: paint.dim },
    { ...column("commit"), yields: 3, isWhole: true, stroke: paint.dim },
  ];
  const [, ...lines] = columnLines(columns, { ...canvas, width: room });
  return rows.map(({ details }, index) => [
    `${leads[index]}${lines[index]}`.trimEnd(),
    ...details.map((detail) => " ".repeat(leadWidth) + paint.dim(fitInColumns(detail, room, signs.ellipsis))),
  ]);
}
