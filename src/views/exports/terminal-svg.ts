// Terminal picture: the lines of a view in a window, as a picture for a README.

import type { Roadmap } from "../../model/roadmap.js";
import { widthInColumns } from "../../text/width.js";
import { type Canvas, type Paint, plainCanvas, type Stroke, unicodeSigns } from "../canvas.js";
import { plainTitle } from "./export-format.js";
import { kindsOfWork, summaryOf } from "./sections.js";
import { type Frame, markup, nothingToDo, svgFrame, svgNumber, type Theme } from "./svg.js";

const columnWidth = 8.4;
const lineHeight = 20;
const left = 18;
const headHeight = 34;
const firstLine = 59;

interface TerminalPicture {
  readonly columns: number;
  readonly theme: Theme;
  /** What is shown: lines for this canvas. */
  draw(canvas: Canvas): readonly string[];
}

/** The same lines give the same bytes on every machine: no clock, no fonts and no measures are used. */
export function terminalSvg(roadmap: Roadmap, { columns, theme, draw }: TerminalPicture): string {
  const canvas: Canvas = {
    ...plainCanvas,
    paint: marking,
    width: columns,
    isTerminal: true,
    hasHints: true,
    days: "short",
  };
  const lines = draw(canvas);
  const width = Math.ceil(2 * left + columns * columnWidth);
  const counts = kindsOfWork(roadmap).map(({ title, all }) => `${title}: ${summaryOf(all)}.`);
  return svgFrame({
    width,
    height: firstLine + lineHeight * Math.max(0, lines.length - 1) + 19,
    title: `A terminal with ${plainTitle(roadmap)}`,
    description: counts.join(" ") || nothingToDo,
    theme,
    style: styleOf,
    content: [...windowHead(width), ...lines.flatMap((line, index) => lineSvg(line, firstLine + index * lineHeight))],
  });
}

const mono = "ui-monospace,SFMono-Regular,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace";

const styleOf: Frame["style"] = (color) =>
  [
    `text{font:14px ${mono};fill:${color("ink")};white-space:pre}`,
    `.head{fill:${color("sunken")};stroke:${color("line")}}.dot{fill:${color("line")}}`,
    ".b{font-weight:700}.u{text-decoration:underline}",
    `.dim{fill:${color("soft")}}.good{fill:${color("done")}}.now{fill:${color("active")}}`,
    `.stop{fill:${color("blocked")}}.cmd{fill:${color("accent")}}`,
  ].join("");

/** Three dots, as of a window. */
function windowHead(width: number): string[] {
  const [right, y] = [width - 0.5, headHeight];
  return [
    `<path class="head" d="M.5 ${y}V12.5a12 12 0 0 1 12-12H${right - 12}a12 12 0 0 1 12 12V${y}z"/>`,
    ...[20, 38, 56].map((x) => `<circle class="dot" cx="${x}" cy="17" r="5"/>`),
    `<text class="dim" x="${svgNumber(width / 2)}" y="22" text-anchor="middle">roadmap</text>`,
  ];
}

// Strokes: each puts marks around a text, with the classes that it is drawn with. Views spell out control characters of
// the file, so there are no other marks.

const marks = { begin: "\u0001", text: "\u0002", end: "\u0003" };
const anyMark = new RegExp(`${marks.begin}([a-z ]*)${marks.text}|${marks.end}`, "g");

const stroke =
  (classes: string): Stroke =>
  (text) =>
    text === "" ? "" : marks.begin + classes + marks.text + text + marks.end;

const marking: Paint = {
  head: stroke("b"),
  strong: stroke("b"),
  dim: stroke("dim"),
  done: stroke("good"),
  active: stroke("now"),
  blocked: stroke("stop"),
  cmd: stroke("cmd"),
  error: stroke("stop b"),
  warn: stroke("now"),
  link: stroke("u"),
};

interface Run {
  readonly text: string;
  readonly classes: string;
}

function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  const open: string[] = [];
  let from = 0;
  const take = (to: number) => {
    if (to > from) runs.push({ text: line.slice(from, to), classes: open.join(" ") });
  };
  for (const { 0: mark, 1: classes, index } of line.matchAll(anyMark)) {
    take(index);
    from = index + mark.length;
    if (classes === undefined) open.pop();
    else open.push(classes);
  }
  take(line.length);
  return runs;
}

// Lines: each text at its column and as wide as its columns, whatever font the reader has; bars as shapes.

function lineSvg(line: string, y: number): string[] {
  let column = 0;
  return runsOf(line).flatMap(({ text, classes }) => {
    const parts: string[] = [];
    // Two spaces or more are a distance between texts.
    for (const piece of text.split(/( {2,})/)) {
      const [lead = ""] = /^ */.exec(piece) ?? [];
      const shown = piece.trim();
      if (shown !== "") parts.push(pieceSvg(shown, classes, { column: column + lead.length, y }));
      column += widthInColumns(piece);
    }
    return parts;
  });
}

function pieceSvg(text: string, classes: string, { column, y }: { column: number; y: number }): string {
  const x = left + column * columnWidth;
  if (barSigns.test(text)) return barSvg(text, classes, { x, y });
  const length = svgNumber(widthInColumns(text) * columnWidth);
  const className = classes === "" ? "" : ` class="${classes}"`;
  return `<text${className} x="${svgNumber(x)}" y="${y}" textLength="${length}">${markup(text)}</text>`;
}

const [doneSign, activeSign, restSign] = unicodeSigns.bar;
const barSigns = new RegExp(`^[${doneSign}${activeSign}${restSign}]+$`);
const barClasses: Readonly<Record<string, string>> = { good: "done", now: "active", stop: "blocked" };

/** Thick, in pieces of one column, or thin, so they differ without color. */
function barSvg(text: string, classes: string, { x, y }: { x: number; y: number }): string {
  const name = barClasses[classes] ?? "rest";
  const width = text.length * columnWidth;
  const rect = (x: number, width: number, height: number) =>
    `<rect class="${name}" x="${svgNumber(x)}" y="${y - 4.5 - height / 2}" width="${svgNumber(width)}" height="${height}"/>`;
  if (text.startsWith(restSign)) return rect(x, width, 1.5);
  if (text.startsWith(doneSign)) return rect(x, width, 5);
  return Array.from(text, (_, index) => rect(x + index * columnWidth, columnWidth - 2.4, 5)).join("");
}
