// Check: phases that are numbered, with a number left out.

import type { Heading } from "../model/blocks.js";
import { plainText } from "../model/cell-text.js";
import type { Problem } from "../model/problem.js";
import { type Span, textAt } from "../text/span.js";
import type { Check } from "./check.js";
import { isBlank } from "./lacking.js";
import { type PhaseNumber, phaseNumber } from "./phase-number.js";
import { spanOf } from "./span-of.js";
import { topicsByTable } from "./topics-by-table.js";

interface Numbered extends PhaseNumber {
  readonly at: Span;
}

export const phaseGap: Check = {
  codes: ["PHASE_GAP"],
  find({ roadmap, blocks }) {
    const inTables = [...topicsByTable(roadmap).values()].map((topics) => {
      // A phase is read once, however many topics it has: that of its first one is where it is shown.
      const firsts = new Map(topics.toReversed().map((topic) => [topic.phase, topic]));
      return [...firsts].flatMap(([phase, topic]): Numbered[] => {
        const found = phase && !isBlank(roadmap, topic, "phase") ? phaseNumber(phase.label) : null;
        return found ? [{ ...found, at: spanOf(topic, "phase") }] : [];
      });
    });
    const inHeadings = siblings(blocks.headings).map((headings) =>
      headings.flatMap((heading): Numbered[] => {
        const found = phaseNumber(plainText(textAt(roadmap.text, heading.content)));
        return found && found.word !== "" ? [{ ...found, at: heading.content }] : [];
      }),
    );
    return [...inTables, ...inHeadings].flatMap(gapIn);
  },
};

/** Headings of one depth under one heading. */
function siblings(headings: readonly Heading[]): Heading[][] {
  const groups: Heading[][] = [];
  const open: { readonly depth: number; readonly group: Heading[] }[] = [];
  for (const heading of headings) {
    while ((open.at(-1)?.depth ?? 0) > heading.depth) open.pop();
    const last = open.at(-1);
    if (last?.depth === heading.depth) {
      last.group.push(heading);
      continue;
    }
    const group = [heading];
    groups.push(group);
    open.push({ depth: heading.depth, group });
  }
  return groups;
}

/** More left out than there are: then the numbers count something else, like days on which something was done. */
function gapIn(phases: readonly Numbered[]): Problem[] {
  const [first] = phases;
  const isOneKind = phases.every(({ word, isRange }) => word === first?.word && !isRange);
  if (!first || !isOneKind) return [];
  const numbers = [...new Set(phases.map(({ number }) => number))].sort((a, b) => a - b);
  const [low = 0, high = 0] = [numbers[0], numbers.at(-1)];
  const missing = high - low + 1 - numbers.length;
  if (missing === 0 || missing * 2 > numbers.length) return [];
  const gap = numbers.findIndex((number, index) => index > 0 && number - (numbers[index - 1] ?? 0) > 1);
  const [before = 0, after = 0] = [numbers[gap - 1], numbers[gap]];
  const between = after - before === 3 ? "and" : "to";
  const left = after - before === 2 ? `${before + 1}` : `${before + 1} ${between} ${after - 1}`;
  return [
    {
      code: "PHASE_GAP",
      span: phases.find(({ number }) => number === after)?.at ?? first.at,
      message: `${first.word || "phase"} ${after} follows ${before}; missing: ${left}`,
      hint: "renumber the phases, or ignore this if the gap is intended",
    },
  ];
}
