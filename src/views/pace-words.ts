// Pace words: a number of topics per week, and what to do if there are no dates.

import { counted } from "../text/plural.js";

/** Topics per week: `0.7 topics`, `1 topic`, `2.5 topics`; below one in ten weeks `0.08 topics`. */
export function rate(perWeek: number): string {
  const rounded = perWeek === 0 || perWeek >= 0.095 ? Math.round(perWeek * 10) / 10 : Number(perWeek.toPrecision(1));
  return counted(rounded, "topic");
}

/** If no topic has a date. */
export const wayToDates = "`roadmap start TOPIC` and `roadmap finish TOPIC` record dates in the file";
