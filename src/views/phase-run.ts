// Phase run: one title for phases in a row that are shown as one.

import { shortLabel } from "./short-label.js";

/** The English words whose plural has an s, before a number that is neither a range nor a part of one. */
const numbered =
  /^(Phase|Week|Month|Module|Stage|Sprint|Day|Chapter|Part|Unit|Level|Step|Section|Semester) (\d+)(?![\d.–-]*\d)/;

/** `Phases 5–8` for consecutive numbers after the same word; null for any other titles. */
export function phaseRangeTitle(titles: readonly string[], dash: string): string | null {
  const [first, ...others] = titles.map((title) => numbered.exec(shortLabel(title)));
  const last = others.at(-1);
  const isRange = others.every(
    (match, index) => match?.[1] === first?.[1] && Number(match?.[2]) === Number(first?.[2]) + index + 1,
  );
  return first && last && isRange ? `${first[1]}s ${first[2]}${dash}${last[2]}` : null;
}
