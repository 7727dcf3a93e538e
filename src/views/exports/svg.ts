// SVG: the common parts of pictures: box, light and dark colors, and texts that are escaped and limited in width.

import { formatDay } from "../../model/dates.js";
import type { Roadmap } from "../../model/roadmap.js";
import { withoutTerminalControls } from "../../text/visible.js";
import { graphemesOf, widthInColumns } from "../../text/width.js";
import { type ExportChoices, type ExportOption, exportMarker, plainTitle } from "./export-format.js";
import { type Color, fonts, palette } from "./palette.js";

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** The title and the description, for screen readers. */
  readonly title: string;
  readonly description: string;
  readonly theme: Theme;
  /** CSS rules of this picture, with the colors of one theme. */
  readonly style: (color: (name: Color) => string) => string;
  readonly content: readonly string[];
}

export function svgFrame({ width, height, title, description, theme, style, content }: Frame): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d" font-family="${fonts}">`,
    `<!-- ${exportMarker("svg")} -->`,
    `<title id="t">${markup(title)}</title>`,
    `<desc id="d">${markup(description)}</desc>`,
    `<style>text{font-variant-numeric:tabular-nums}${inTheme(theme, style)}</style>`,
    `<rect class="box" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="12"/>`,
    ...content,
    "</svg>",
    "",
  ].join("\n");
}

/** The fills of a box, texts and bars, then those of the picture, with the colors of a theme, or of both. */
function inTheme(theme: Theme, style: Frame["style"]): string {
  const styleIn = (shade: 0 | 1) => {
    const color = (name: Color) => palette[name][shade];
    const fills = fillClasses.map(([name, fill]) => `.${name}{fill:${color(fill)}}`);
    return `.box{fill:${color("page")};stroke:${color("line")}}${fills.join("")}${style(color)}`;
  };
  if (theme !== "auto") return styleIn(theme === "light" ? 0 : 1);
  return `${styleIn(0)}@media (prefers-color-scheme:dark){${styleIn(1)}}`;
}

const fillClasses = [
  ["ink", "ink"],
  ["soft", "soft"],
  ["rest", "rest-fill"],
  ["done", "done-fill"],
  ["active", "active-fill"],
  ["blocked", "blocked-fill"],
] as const;

/** What a picture of nothing says. */
export const nothingToDo = "nothing to do yet";

const headMargin = 24;
const dateWidth = 90;

/** The title of the roadmap, in a smaller font if it is long, and the day at the right end of the same line. */
export function pictureHead(roadmap: Roadmap, width: number): string[] {
  const { today } = roadmap;
  const text = plainTitle(roadmap);
  const room = width - 2 * headMargin - (today === null ? 0 : dateWidth + 12);
  const size = [15, 14, 13].find((size) => widthInEm(text, "bold") * size <= room) ?? 13;
  const date = today === null ? "" : formatDay(today, "D MMM YYYY");
  const right = { x: width - headMargin, y: 38, width: dateWidth, isRight: true } as const;
  return [
    svgText({ x: headMargin, y: 38, width: room, size, text, className: "ink", weight: "bold" }),
    svgText({ ...right, size: 13, text: date, className: "soft" }),
  ];
}

interface SvgText {
  readonly x: number;
  /** The y coordinate of its baseline. */
  readonly y: number;
  /** In pixels; nothing is ever drawn beyond it. */
  readonly width: number;
  readonly size: number;
  readonly text: string;
  readonly className: "ink" | "soft";
  readonly weight?: Weight;
  readonly isRight?: boolean;
}

/**
 * A text that starts or ends at `x`. The inner frame clips text that an unusual font would draw wider than any known
 * one.
 */
export function svgText({ x, y, width, size, text, className, weight = "normal", isRight = false }: SvgText): string {
  const fitted = fitInEm(text, width / size, weight);
  if (fitted === "") return "";
  const [left, top, height] = [isRight ? x - width : x, y - Math.ceil(size * 1.2), Math.ceil(size * 1.7)];
  const anchor = isRight ? ` x="${width}" text-anchor="end"` : "";
  const bold = weight === "bold" ? ' font-weight="600"' : "";
  return (
    `<svg x="${svgNumber(left)}" y="${svgNumber(top)}" width="${width}" height="${height}">` +
    `<text${anchor} y="${svgNumber(y - top)}" class="${className}" font-size="${size}"${bold}>${markup(fitted)}</text></svg>`
  );
}

/** A number for SVG, without digits that make no visible difference. */
export function svgNumber(value: number): string {
  return String(Math.round(value * 100) / 100);
}

// The theme of a picture or a page.

const themes = ["auto", "light", "dark"] as const;

/** `auto` follows the preference of the reader's system. */
export type Theme = (typeof themes)[number];

export const themeOption: ExportOption = {
  flags: "--theme <theme>",
  help: "color theme (default: auto, which follows the reader's system)",
  choices: themes,
};

export function themeIn(choices: ExportChoices): Theme {
  return themes.find((theme) => theme === choices.text("theme")) ?? "auto";
}

// Text in SVG and HTML, which cannot end or open an element, or change the text direction.

/** For the content of elements and for quoted attributes. Characters that XML forbids are spelled out or replaced. */
export function markup(text: string): string {
  return withoutTerminalControls(text.toWellFormed()).replace(
    /[&<>"'\ufffe\uffff]/g,
    (character) => spelling[character] ?? "\ufffd",
  );
}

const spelling: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

// An upper bound for the width of a text, in any sans-serif font.

type Weight = "normal" | "bold";

export function widthInEm(text: string, weight: Weight): number {
  let width = 0;
  for (const character of charactersOf(text)) width += characterWidth(character);
  return weight === "bold" ? width * boldness : width;
}

/** The text, cut between characters and ended with `…` if it could become wider than that. */
export function fitInEm(text: string, em: number, weight: Weight): string {
  if (widthInEm(text, weight) <= em) return text;
  let kept = "";
  let used = widthInEm("…", weight);
  for (const character of charactersOf(text)) {
    used += widthInEm(character, weight);
    if (used > em) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Grapheme clusters: letters with marks and joined emoji stay whole. */
function charactersOf(text: string): Iterable<string> {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return graphemesOf(text);
}

function characterWidth(character: string): number {
  const known = widths.get(character);
  if (known !== undefined) return known;
  const columns = widthInColumns(character);
  const code = character.codePointAt(0) ?? 0;
  if (columns === 2) return isIdeograph(code) ? 1.02 : 1.4;
  // Latin, then Greek and Cyrillic, then symbols and the scripts whose letters differ much in width.
  if (code < 0x250) return columns * ("ÆŒ¼½¾".includes(character) ? 1.1 : 0.75);
  if (code < 0x530) return columns * 0.95;
  return Math.max(columns, 1) * (code >= 0x2010 && code <= 0x2027 ? 1 : 1.2);
}

function isIdeograph(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0x20000 && code < 0x40000)
  );
}

/** Widths in em of printable ASCII in DejaVu Sans, the widest of common system fonts, rounded up. */
const widths = new Map(
  [
    ["ijl'J", 0.3],
    [" .,I|/\\", 0.34],
    ["f-:;t()[]!r", 0.42],
    ['"*_?`', 0.54],
    ["szcLkvxyF", 0.6],
    ["abdeghnopquPYTESZ0123456789{}$", 0.65],
    ["ABCKRVX", 0.7],
    ["DGHNOQU&", 0.79],
    ["w+<=>~^#M", 0.87],
    ["W@m%", 1],
  ].flatMap(([characters = "", width]) =>
    [...String(characters)].map((character): [string, number] => [character, Number(width)]),
  ),
);

/** The approximate factor by which bold letters are wider. */
const boldness = 1.1;
