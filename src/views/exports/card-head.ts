// Card head: the beginning of every card: its title, and how much is done, as a number and in words.

import { percent } from "../../model/progress.js";
import { widthInEm } from "./em-width.js";
import { svgText } from "./svg-frame.js";

export const cardWidth = 480;
export const margin = 24;

/** Long titles get a smaller font before they are cut. */
const titleSizes = [18, 16];
const smallestTitle = 15;
const titleWidth = cardWidth - 2 * margin - 76;

interface CardHead {
  readonly title: string;
  readonly said: string;
  readonly done: number;
  readonly total: number;
}

export function cardHead({ title, said, done, total }: CardHead): string[] {
  const head = { y: 38, className: "ink", weight: "bold" } as const;
  const share = `${percent({ done, total })}%`;
  return [
    svgText({ ...head, x: margin, width: titleWidth, size: titleSize(title), text: title }),
    svgText({ ...head, x: cardWidth - margin, width: 72, size: 20, text: share, isRight: true }),
    svgText({ x: margin, y: 61, width: cardWidth - 2 * margin, size: 13, text: said, className: "faint" }),
  ];
}

function titleSize(title: string): number {
  const width = widthInEm(title, "bold");
  return titleSizes.find((size) => width * size <= titleWidth) ?? smallestTitle;
}
