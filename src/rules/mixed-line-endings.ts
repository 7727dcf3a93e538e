// Rule: different line endings in one file.

import { lineStarts } from "../text/lines.js";
import type { Rule } from "./rule.js";

const names = { "\n": "LF", "\r\n": "CRLF", "\r": "CR" } as const;

type Ending = keyof typeof names;

export const mixedLineEndings: Rule = {
  code: "LINE_ENDINGS_MIXED",
  severity: "note",
  means: "the file mixes line endings",
  find({ roadmap: { text } }) {
    if (!text.includes("\r")) return [];
    const ends = lineStarts(text).slice(1);
    const counts = new Map<Ending, { count: number; readonly first: number }>();
    for (const end of ends) {
      const ending = endingBefore(text, end);
      const known = counts.get(ending);
      if (known) known.count++;
      else counts.set(ending, { count: 1, first: end - ending.length });
    }
    const [most, ...others] = [...counts].sort((a, b) => b[1].count - a[1].count);
    const [other] = others;
    if (!most || !other) return [];
    const [ending, { count, first }] = other;
    return [
      {
        span: { start: first, end: first },
        message: `${count} of ${ends.length} lines ${count === 1 ? "ends" : "end"} with ${names[ending]}, most with ${names[most[0]]}`,
        hint: "convert the file to one line ending in your editor; roadmap keeps each line's ending as it is",
      },
    ];
  },
};

function endingBefore(text: string, end: number): Ending {
  if (text[end - 1] === "\r") return "\r";
  return text[end - 2] === "\r" ? "\r\n" : "\n";
}
