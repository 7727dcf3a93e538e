// Wrap: long texts on lines, without cutting what a person will copy, and messages with their hints.

import { hintOf, type Way, withTexts } from "../model/ways.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { visible } from "../text/visible.js";
import { graphemesOf, isWithinColumns, widthInColumns } from "../text/width.js";
import type { Canvas } from "./canvas.js";

/** The start columns of the first and the further lines. */
interface Indent {
  readonly first: number;
  readonly rest: number;
}

/**
 * The text on lines of at most `width` columns, indented as requested. Commands in backticks and links stay whole, even
 * if they alone are wider; other words that are too long are broken.
 */
export function wrapText(text: string, width: number, { first, rest }: Indent = { first: 0, rest: 0 }): string[] {
  const lines: string[] = [];
  let line = " ".repeat(first);
  let isBlank = true;
  const turn = () => {
    lines.push(line);
    line = " ".repeat(rest);
    isBlank = true;
  };
  for (const piece of piecesOf(text)) {
    const glued = isBlank ? line + piece : `${line} ${piece}`;
    if (isWithinColumns(glued, width)) {
      line = glued;
      isBlank = false;
      continue;
    }
    if (!isBlank) turn();
    const parts = isWhole(piece) ? [piece] : wrappedAt(piece, width - widthInColumns(line), width - rest);
    for (const [index, part] of parts.entries()) {
      if (index > 0) turn();
      line += part;
      isBlank = false;
    }
  }
  return [...lines, line];
}

/** Words, and texts between backticks, with whatever is attached to them. */
function piecesOf(text: string): string[] {
  return text.match(/(?:`[^`]*`|[^\s`]|`)+/g) ?? [""];
}

function isWhole(piece: string): boolean {
  return /`[^`]*`|:\/\//.test(piece);
}

function wrappedAt(word: string, firstWidth: number, width: number): string[] {
  const parts: string[] = [];
  let part = "";
  for (const grapheme of graphemesOf(word)) {
    const room = Math.max(1, parts.length === 0 ? firstWidth : width);
    if (part !== "" && widthInColumns(part + grapheme) > room) {
      parts.push(part);
      part = "";
    }
    part += grapheme;
  }
  return [...parts, part];
}

// Messages, hints and the next command.

/** The part of a canvas that texts need. */
type Ground = Pick<Canvas, "width" | "file">;

/** The message, with what to do about it indented below. */
export function messageLines([message = "", ...hints]: readonly string[], canvas: Ground): string[] {
  const wrapped = wrapText(message, canvas.width, { first: 0, rest: 2 });
  return [...wrapped, ...hints.flatMap((hint) => hintLines(hint, canvas))];
}

/** A hint that consists only of a command stays on one line, to be copied. */
export function hintLines(hint: string, canvas: Ground): string[] {
  return linesOfHint(hint, namingFile(hint, canvas), canvas);
}

/** The same for what the user can do about an error. */
export function wayLines(ways: readonly Way[], canvas: Ground): string[] {
  const named = withTexts(ways, (text) => namingFile(text, canvas));
  const line = hintOf(named, canvas.file === undefined ? "roadmap" : programOn(canvas.file));
  return linesOfHint(hintOf(ways), visible(line), canvas);
}

function linesOfHint(hint: string, line: string, { width }: Ground): string[] {
  return /^roadmap [a-z]/.test(hint) ? [`  ${line}`] : wrapText(line, width, { first: 2, rest: 2 });
}

/** Prefixes the message with a green ✓. */
export function doneLines(message: string, { paint, width }: Canvas): string[] {
  const [first = "", ...rest] = wrapText(`✓ ${message}`, width, { first: 0, rest: 2 });
  return [first.replace("✓", paint.done), ...rest];
}

/** The next command: on one line, to be copied. */
export function nextLine(next: string, canvas: Pick<Canvas, "file" | "first">): string {
  return `  next: ${namingFile(visible(canvas.first ?? next), canvas)}`;
}

/**
 * The next step, in a terminal: `→ roadmap finish http    or by number: finish 2`. A view has at most one; it is always
 * on one line, to be copied.
 */
export function hintLine(command: string, canvas: Canvas, remark = ""): string[] {
  const { hasHints, paint, signs, first, width } = canvas;
  if (!hasHints) return [];
  const typed = namingFile(visible(first ?? command), canvas);
  const rest = first === undefined && remark !== "" ? `    ${remark}` : "";
  const isWide = widthInColumns(`${signs.arrow} ${typed}${rest}`) > width;
  return [`${paint.dim(signs.arrow)} ${paint.cmd(typed)}${isWide ? "" : paint.dim(rest)}`];
}

/** A line below the numbers: `Warning  2 tables not read: roadmap doctor`. */
export interface Remark {
  readonly label: "Warning" | "Note" | "Pace" | "Streak";
  /** Commands are in backticks, which a terminal does not show. */
  readonly text: string;
}

export function remarkLines({ label, text }: Remark, canvas: Canvas): string[] {
  const { paint, width, isTerminal } = canvas;
  const indent = label.length + 2;
  const [first = "", ...rest] = wrapText(namingFile(text, canvas), width, { first: indent, rest: indent });
  const stroke = label === "Warning" ? paint.warn : paint.head;
  const lines = [stroke(label) + first.slice(label.length), ...rest];
  return isTerminal ? lines.map((line) => line.replace(/`([^`]*)`/g, (_, typed: string) => paint.cmd(typed))) : lines;
}

/** The start of a command in a text; some commands take no file. */
const command = /(^|: |`| or )roadmap (?=[a-z])(?!help |completion |init )/g;

/**
 * A text with `--file` in each command, if the user had to name the file: directly after the program, because names may
 * contain anything.
 */
export function namingFile(hint: string, { file }: Pick<Canvas, "file">): string {
  if (file === undefined || / --file /.test(hint)) return hint;
  return hint.replace(command, (_, before: string) => `${before}${programOn(file)} `);
}

/** What commands on this file start with. */
function programOn(file: string): string {
  return `roadmap --file ${visible(quoteForShell(file.startsWith("-") ? `./${file}` : file))}`;
}
