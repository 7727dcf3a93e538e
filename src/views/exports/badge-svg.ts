// Badge: how much is done, as a small picture for the top of a README.

import { percent } from "../../model/progress.js";
import { exportMarker } from "./export-format.js";
import { fitInEm, markup, svgNumber, widthInEm } from "./svg.js";

export interface Badge {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly shows: "percent" | "count";
}

const fontSize = 11;
const padding = 7;
const maxLabelWidthInEm = 24;

/**
 * White text is readable on each of these (WCAG AA, 4.5 to 1). None is that of a failing build, next to whose badges
 * this one may be.
 */
const colors = { label: "#30363d", none: "#57606a", done: "#0860c9", rest: "#27476f", all: "#1a7f37" };

/** The value is a bar, filled as far as things are done. */
export function badgeSvg({ label, done, total, shows }: Badge): string {
  const value = shows === "count" ? `${done}/${total}` : `${percent({ done, total })}%`;
  const shownLabel = fitInEm(label, maxLabelWidthInEm, "normal");
  const left = shownLabel === "" ? 0 : boxWidth(shownLabel);
  const right = boxWidth(value);
  const width = left + right;
  const name = markup(label === "" ? value : `${label}: ${value}`);
  const isPart = done > 0 && done < total;
  const fill = done === 0 ? colors.none : isPart ? colors.rest : colors.all;
  const part = svgNumber((done / total) * right);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20" role="img" aria-label="${name}">`,
    `<!-- ${exportMarker("svg")} -->`,
    `<title>${name}</title>`,
    `<clipPath id="r"><rect width="${width}" height="20" rx="4"/></clipPath>`,
    '<g clip-path="url(#r)">',
    `<rect width="${left}" height="20" fill="${colors.label}"/>`,
    `<rect x="${left}" width="${right}" height="20" fill="${fill}"/>`,
    ...(isPart ? [`<rect x="${left}" width="${part}" height="20" fill="${colors.done}"/>`] : []),
    "</g>",
    `<g fill="#fff" text-anchor="middle" font-family="Verdana,'DejaVu Sans',Geneva,sans-serif" font-size="${fontSize}">`,
    ...(shownLabel === "" ? [] : [`<text x="${left / 2}" y="14">${markup(shownLabel)}</text>`]),
    `<text x="${left + right / 2}" y="14">${value}</text>`,
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

function boxWidth(text: string): number {
  return Math.ceil(widthInEm(text, "normal") * fontSize) + 2 * padding;
}
