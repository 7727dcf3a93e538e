// Conflict markers: what git leaves in a file that two sides changed.

import type { Problem } from "../model/problem.js";

const opening = /^<{7}(?: |$)/m;

/** The problem of the first conflict, when the text holds one: an opening line and a closing one below it. */
export function conflictProblem(text: string): Problem[] {
  // Nearly every file has none: a search for the bare characters is far cheaper than one by lines.
  if (!text.includes("<<<<<<<") || !text.includes(">>>>>>>")) return [];
  const start = opening.exec(text)?.index;
  if (start === undefined || !/^>{7}(?: |$)/m.test(text.slice(start))) return [];
  return [
    {
      code: "CONFLICT_MARKERS",
      span: { start, end: start + 7 },
      message: "the file holds an unfinished merge",
      hint: "settle it with `roadmap resolve`, or in an editor; until then it can be viewed, not changed",
    },
  ];
}
