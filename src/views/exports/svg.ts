// SVG: the common parts of pictures: box, light and dark colors, and texts that are escaped and limited in width.

import { withoutTerminalControls } from "../../text/visible.js";
import { graphemesOf, widthInColumns } from "../../text/width.js";
import { type ExportChoices, type ExportOption, exportMarker } from "./export-format.js";

interface Frame {
  readonly width: number;
  readonly height: number;
  /** The title and the description, for screen readers. */
  readonly title: string;
  readonly description: string;
  readonly theme: Theme;
  readonly content: readonly string[];
}

export function svgFrame({ width, height, title, description, theme, content }: Frame): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d" font-family="${fonts}">`,
    `<!-- ${exportMarker("svg")} -->`,
    `<title id="t">${markup(title)}</title>`,
    `<desc id="d">${markup(description)}</desc>`,
    svgStyle(theme),
    `<rect class="box" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>`,
    ...content,
    "</svg>",
    "",
  ].join("\n");
}

function svgStyle(theme: Theme): string {
  if (theme !== "auto") return `<style>${themeStyles(theme === "light" ? 0 : 1)}</style>`;
  return `<style>${themeStyles(0)}@media (prefers-color-scheme:dark){${themeStyles(1)}}</style>`;
}

function themeStyles(shade: 0 | 1): string {
  const of = (name: string) => colors[name]?.[shade] ?? "";
  const fills = Object.keys(colors).map((name) => `.${name}{fill:${of(name)}}`);
  return [
    `.box{fill:${box.fill[shade]};stroke:${box.stroke[shade]}}`,
    ...fills,
    `.area{fill:${of("done")};fill-opacity:.2}`,
    `.line{fill:none;stroke:${of("done")};stroke-width:2}`,
    `.total{fill:none;stroke:${of("faint")};stroke-width:1.5;stroke-dasharray:4 3}`,
    `.grid{stroke:${of("rest")}}`,
  ].join("");
}

/** By class, the color on a light and on a dark page: those of GitHub, where most of these pictures are shown. */
const colors: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  ink: ["#1f2328", "#f0f6fc"],
  faint: ["#59636e", "#9198a1"],
  rest: ["#e6eaef", "#2a313c"],
  done: ["#1f883d", "#3fb950"],
  active: ["#bf8700", "#d29922"],
  blocked: ["#cf222e", "#f85149"],
};

const box = { fill: ["#ffffff", "#0d1117"], stroke: ["#d1d9e0", "#3d444d"] } as const;

/** Fonts of common systems; none is ever downloaded. */
const fonts = "-apple-system,BlinkMacSystemFont,'Segoe UI','Noto Sans',Helvetica,Arial,sans-serif";

interface SvgText {
  readonly x: number;
  /** The y coordinate of its baseline. */
  readonly y: number;
  /** In pixels; nothing is ever drawn beyond it. */
  readonly width: number;
  readonly size: number;
  readonly text: string;
  readonly className: "ink" | "faint";
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
