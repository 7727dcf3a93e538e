// Doctor lines: the problems of files, how many there are of each severity, and what was fixed.

import { type Diagnostic, type Severity, severities } from "../model/problem.js";
import { counted } from "../text/plural.js";
import { asLine, visible } from "../text/visible.js";
import { widthInColumns } from "../text/width.js";
import type { Canvas } from "./canvas.js";
import { columnLines } from "./columns.js";
import { problemKindLines } from "./problem-kind-lines.js";
import { problemBlocks } from "./problem-lines.js";
import { doneLines, hintLine, messageLines, wrapText } from "./wrap.js";

interface ExaminedText {
  readonly path: string;
  readonly text: string;
  readonly topics: number;
  readonly tasks: number;
  readonly problems: readonly Diagnostic[];
  /** Whether the user named it, so that suggested commands name it too. */
  readonly isNamed?: boolean;
  /** Whether only some kinds of problems were requested. */
  readonly isChosen?: boolean;
}

interface UnreadText {
  readonly path: string;
  readonly refusal: { readonly message: string; readonly hint: string };
}

interface DoctorReport {
  readonly files: readonly (ExaminedText | UnreadText)[];
  /** The number of fixable problems, and the command that fixes them; null if there are none. */
  readonly fixable: { readonly count: number; readonly command: string } | null;
  /** The command that writes what was inferred into the front matter; null if nothing can be written. */
  readonly offered: { readonly command: string } | null;
  /** Whether a terminal lists every place, as a pipe does. */
  readonly isUnfolded: boolean;
  /** What a code means, in one sentence. */
  readonly meaningOf: (code: string) => string;
}

export function doctorLines(report: DoctorReport, canvas: Canvas): string[] {
  return canvas.isTerminal && !report.isUnfolded ? foldedLines(report, canvas) : everyPlaceLines(report, canvas);
}

/** By kind, with the command that fixes what has one right answer. */
function foldedLines({ files, fixable, offered, meaningOf }: DoctorReport, canvas: Canvas): string[] {
  const lines = files.flatMap((file) => {
    if (!("problems" in file)) return unreadLines(file, canvas);
    if (file.problems.length === 0) return fileLines(file, canvas);
    const naming = { ...canvas, file: file.isNamed ? file.path : undefined };
    const kinds = problemKindLines(file.problems, { text: file.text, meaningOf }, naming);
    return [...headLines(file, canvas), "", ...kinds, ""];
  });
  // These commands name the file themselves.
  const bare = { ...canvas, file: undefined };
  const hints = [
    ...(fixable
      ? [...hintLine(fixable.command, bare, `fixes ${counted(fixable.count, "place")}; shows a diff and asks`)]
      : []),
    ...(offered ? [...hintLine(offered.command, bare, "writes what was inferred into the front matter")] : []),
  ];
  return lines.at(-1) === "" && hints.length === 0 ? lines.slice(0, -1) : [...lines, ...hints];
}

/** `roadmap.md  14 warnings, 2 notes`. */
function headLines({ path, problems }: ExaminedText, { paint, width }: Canvas): string[] {
  const [name, counts] = [visible(path), countedSeverities(problems)];
  if (widthInColumns(`${name}  ${counts}`) <= width) return [`${paint.head(name)}  ${counts}`];
  return [...wrapText(name, width).map(paint.head), ...wrapText(counts, width, { first: 2, rest: 2 })];
}

function everyPlaceLines({ files, fixable, offered }: DoctorReport, canvas: Canvas): string[] {
  const found = files.flatMap((file) => ("problems" in file ? file.problems : []));
  const lines = [
    ...files.flatMap((file) => ("problems" in file ? fileLines(file, canvas) : unreadLines(file, canvas))),
    ...(found.length > 0 ? wrapText(countedText(found), canvas.width, { first: 0, rest: 2 }) : []),
    ...(fixable
      ? [
          ...wrapText(`${fixable.count} of them can be fixed automatically:`, canvas.width),
          `  ${visible(fixable.command)}`,
        ]
      : []),
    ...(offered
      ? [
          ...wrapText("inferred columns can be written into the front matter:", canvas.width),
          `  ${visible(offered.command)}`,
        ]
      : []),
  ];
  // The separator between files is not needed after the last one.
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** `3 problems: 1 error, 2 notes`. */
function countedText(problems: readonly Diagnostic[]): string {
  return `${counted(problems.length, "problem")}: ${countedSeverities(problems)}`;
}

/** `1 error, 2 notes`. */
function countedSeverities(problems: readonly Diagnostic[]): string {
  const counts = severities.map((severity) => ({ severity, count: countOfSeverity(problems, severity) }));
  const parts = counts.filter(({ count }) => count > 0).map(({ severity, count }) => counted(count, severity));
  return parts.join(", ");
}

function countOfSeverity(problems: readonly Diagnostic[], severity: Severity): number {
  return problems.filter((problem) => problem.severity === severity).length;
}

function fileLines({ path, text, topics, tasks, problems, isNamed, isChosen }: ExaminedText, canvas: Canvas): string[] {
  if (problems.length === 0) {
    const read = `${counted(topics, "topic")}, ${counted(tasks, "task")}`;
    const what = isChosen ? "no matching problems" : "no problems";
    const [first = "", ...rest] = doneLines(`${visible(path)}: ${what}`, canvas);
    const isWide = rest.length > 0 || widthInColumns(`${first}  ${read}`) > canvas.width;
    return isWide ? [first, ...rest, `  ${read}`] : [`${first}  ${canvas.paint.dim(read)}`];
  }
  const naming = { ...canvas, file: isNamed ? path : undefined };
  const rated = problems.map((problem) => ({ ...problem, code: `${problem.severity} ${problem.code}` }));
  return problemBlocks(rated, { text, path }, naming).flatMap((lines) => [...lines, ""]);
}

/** Its hint already names it. */
function unreadLines({ refusal: { message, hint } }: UnreadText, { width }: Canvas): string[] {
  return [...messageLines([visible(message), visible(hint)], { width }), ""];
}

interface ShownFixes {
  readonly fixed: readonly {
    readonly code: string;
    readonly line: number;
    readonly from: string;
    readonly to: string;
  }[];
  readonly left: readonly Diagnostic[];
}

/** What was fixed where, and how much is left. */
export function fixLines({ fixed, left }: ShownFixes, canvas: Canvas): string[] {
  const counts = countedSeverities(left);
  const next =
    left.length === 0
      ? []
      : [
          ...wrapText(`remaining: ${counts}`, canvas.width, { first: 2, rest: 4 }),
          ...hintLine("roadmap doctor", canvas),
        ];
  if (fixed.length === 0) return ["nothing to fix", ...next];
  const columns = [
    { title: "Line", texts: fixed.map(({ line }) => String(line)), isRight: true, isWhole: true },
    { title: "Before", texts: fixed.map(({ from }) => visible(asLine(from)) || "(blank)") },
    { title: "After", texts: fixed.map(({ to }) => visible(asLine(to)) || "(blank)"), stroke: canvas.paint.done },
    { title: "Problem", texts: fixed.map(({ code }) => code), yields: 1 },
  ];
  return [...columnLines(columns, canvas), ...next];
}
