// Problem kind lines: problems grouped by their code, the worst first, with a few places of each kind.

import { withoutCredentials } from "../model/link-target.js";
import { type Diagnostic, type Severity, severities } from "../model/problem.js";
import { groupBy } from "../text/arrays.js";
import { textAt } from "../text/edit.js";
import { lineStarts, positionAt } from "../text/lines.js";
import { asLine, visible } from "../text/visible.js";
import { fitInColumns, padToColumns, widthInColumns } from "../text/width.js";
import { type Canvas, textWidth } from "./canvas.js";
import { hintLine, hintLines, wrapText } from "./wrap.js";

const shownPlaces = 4;

interface ProblemSource {
  readonly text: string;
  /** What a code means, in one sentence. */
  readonly meaningOf: (code: string) => string;
}

/** One block for each kind: what is wrong, up to four places, and what to do about it. */
export function problemKindLines(problems: readonly Diagnostic[], source: ProblemSource, canvas: Canvas): string[] {
  const kinds = [...groupBy(problems, ({ code }) => code).values()];
  const rank = ([first]: readonly Diagnostic[]) => severities.indexOf(first?.severity ?? "note");
  const starts = lineStarts(source.text);
  return kinds
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((kind) => [...kindLines(kind, { ...source, starts }, canvas), ""])
    .slice(0, -1);
}

type PlacedSource = ProblemSource & { readonly starts: readonly number[] };

function kindLines(kind: readonly Diagnostic[], source: PlacedSource, canvas: Canvas): string[] {
  const [first] = kind;
  if (!first) return [];
  const isOneMessage = kind.every(({ message }) => message === first.message);
  const what = isOneMessage ? first.message : source.meaningOf(first.code);
  const title = kind.length === 1 ? first.message : `${kind.length} places: ${what}`;
  return [
    ...headLines({ severity: first.severity, code: first.code, title: visible(title) }, canvas),
    ...placeLines(kind, { ...source, isOneMessage }, canvas),
    ...wayOutLines(kind, canvas),
  ];
}

/** The code at the right edge; on a line of its own with the severity where there is no room. */
function headLines(
  { severity, code, title }: { severity: Severity; code: string; title: string },
  { paint, width }: Canvas,
): string[] {
  const stroke = severity === "error" ? paint.error : severity === "warning" ? paint.warn : paint.dim;
  const edge = Math.min(width, textWidth) - code.length;
  const line = `${severity}  ${title}`;
  if (widthInColumns(line) + 2 <= edge)
    return [`${stroke(severity)}  ${padToColumns(title, edge - severity.length - 2)}${paint.dim(code)}`];
  const isWide = severity.length + code.length + 2 > width;
  const indent = " ".repeat(Math.max(0, Math.min(2, width - code.length)));
  const head = isWide ? [stroke(severity), indent + paint.dim(code)] : [`${stroke(severity)}  ${paint.dim(code)}`];
  return [...head, ...wrapText(title, width, { first: 2, rest: 2 })];
}

/** The text in question, or the message if it differs from place to place. */
function placeLines(
  kind: readonly Diagnostic[],
  { text, starts, isOneMessage }: PlacedSource & { readonly isOneMessage: boolean },
  { paint, signs, width }: Canvas,
): string[] {
  const shown = kind.slice(0, shownPlaces);
  const places = shown.map(({ span }) => {
    const { line, column } = positionAt(text, starts, span.start);
    return `${line}:${column}`;
  });
  const placeWidth = Math.max(5, ...places.map((place) => place.length));
  const lines = shown.map(({ message, span }, index) => {
    const found = isOneMessage ? asLine(withoutCredentials(textAt(text, span))) : message;
    const room = Math.max(1, Math.min(width, textWidth) - placeWidth - 4);
    const place = `  ${paint.dim((places[index] ?? "").padStart(placeWidth))}`;
    return `${place}  ${fitInColumns(visible(found.trim()), room, signs.ellipsis)}`.trimEnd();
  });
  const more = kind.length - shown.length;
  return more > 0 ? [...lines, `${" ".repeat(placeWidth + 4)}${signs.ellipsis} ${more} more`] : lines;
}

/** What to do about the first place; fixes are offered once, for all kinds. */
function wayOutLines([first, ...others]: readonly Diagnostic[], canvas: Canvas): string[] {
  if (!first || /^roadmap doctor --fix/.test(first.hint)) return [];
  const isSame = others.every(({ hint }) => hint === first.hint);
  const remark = isSame ? "" : "for the first one";
  if (!/^roadmap [a-z]/.test(first.hint)) return hintLines(visible(first.hint), canvas);
  return canvas.hasHints ? hintLine(first.hint, canvas, remark) : hintLines(visible(first.hint), canvas);
}
