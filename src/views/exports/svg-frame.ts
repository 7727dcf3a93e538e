// SVG frame: the common parts of README pictures: box, light and dark colors, texts of limited width.

import { fitInEm, type Weight } from "./em-width.js";
import { exportMarker } from "./export-marker.js";
import { markup } from "./markup.js";
import type { Theme } from "./theme.js";

/** By class, the color on a light and on a dark page: those of GitHub, where most of these pictures are shown. */
const colours: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  ink: ["#1f2328", "#f0f6fc"],
  faint: ["#59636e", "#9198a1"],
  rest: ["#e6eaef", "#2a313c"],
  done: ["#1f883d", "#3fb950"],
  active: ["#bf8700", "#d29922"],
  blocked: ["#cf222e", "#f85149"],
};

const box = { fill: ["#ffffff", "#0d1117"], stroke: ["#d1d9e0", "#3d444d"] } as const;

function themeStyles(shade: 0 | 1): string {
  const of = (name: string) => colours[name]?.[shade] ?? "";
  const fills = Object.keys(colours).map((name) => `.${name}{fill:${of(name)}}`);
  return [
    `.box{fill:${box.fill[shade]};stroke:${box.stroke[shade]}}`,
    ...fills,
    `.area{fill:${of("done")};fill-opacity:.2}`,
    `.line{fill:none;stroke:${of("done")};stroke-width:2}`,
    `.total{fill:none;stroke:${of("faint")};stroke-width:1.5;stroke-dasharray:4 3}`,
    `.grid{stroke:${of("rest")}}`,
  ].join("");
}

function svgStyle(theme: Theme): string {
  if (theme !== "auto") return `<style>${themeStyles(theme === "light" ? 0 : 1)}</style>`;
  return `<style>${themeStyles(0)}@media (prefers-color-scheme:dark){${themeStyles(1)}}</style>`;
}

/** Fonts of common systems; none is ever downloaded. */
const fonts = "-apple-system,BlinkMacSystemFont,'Segoe UI','Noto Sans',Helvetica,Arial,sans-serif";

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
