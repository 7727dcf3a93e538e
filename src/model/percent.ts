// Percent: how far along a topic is, by the percentage or share in its cell.

import { memoizeText } from "../text/memoize.js";
import { plainText } from "./inline-text.js";
import { cellText, type Roadmap, type Topic } from "./roadmap.js";

/** The percentage of a topic, from 0 to 100; null if the cell is missing, blank or not a percentage. */
export function percentOf(roadmap: Roadmap, topic: Topic): number | null {
  const column = topic.table.statusForm === "percent" ? "status" : "percent";
  return readPercent(plainText(cellText(roadmap, topic, column)));
}

/** `45%`, `[####----] 45 %`, `9/20` or `45`; null for anything else. */
export const readPercent = memoizeText((text): number | null => {
  const [, percent] = /(?:^|[^\d.,/-])(\d{1,3}(?:[.,]\d+)?) ?[%％]/.exec(text) ?? /^(\d{1,3})$/.exec(text) ?? [];
  const [, part, whole] = /^(\d{1,6}) ?\/ ?(\d{1,6})(?!\d|\/)/.exec(text) ?? [];
  const value = percent === undefined ? (100 * Number(part)) / Number(whole) : Number(percent.replace(",", "."));
  return value >= 0 && value <= 100 ? value : null;
});
