// Phases: numbers that skip one, or that mean one thing in the table and another in the task lists.

import type { Heading } from "../model/blocks.js";
import { isPhaseWord } from "../model/headers.js";
import { plainText } from "../model/inline-text.js";
import type { Phase, Roadmap } from "../model/roadmap.js";
import { groupBy } from "../text/arrays.js";
import { type Span, textAt } from "../text/edit.js";
import { wordsOf } from "../text/normalize.js";
import { isBlank } from "./missing-cell.js";
import { type Finding, type Rule, spanOf, topicsByTable } from "./rule.js";

export const phaseGap: Rule = {
  code: "PHASE_GAP",
  severity: "note",
  means: "a gap in the phase numbers",
  find({ roadmap, blocks }) {
    const inTables = [...topicsByTable(roadmap).values()].map((topics) => {
      // Each phase counts once, with the span of its first topic.
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

interface Numbered extends PhaseNumber {
  readonly at: Span;
}

/** Headings with the same depth and parent. */
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

/** If more numbers are missing than present, they count something else, like days on which something was done. */
function gapIn(phases: readonly Numbered[]): Finding[] {
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
      span: phases.find(({ number }) => number === after)?.at ?? first.at,
      message: `${first.word || "phase"} ${after} follows ${before}; missing: ${left}`,
      hint: "renumber the phases, or ignore this if the gap is intended",
    },
  ];
}

/** Task lists that continue the numbers of the table, or share some of its phases, do not disagree. */
export const disagreeingPhases: Rule = {
  code: "PHASES_DISAGREE",
  severity: "note",
  means: "a phase number with different meanings in the table and under the headings",
  find({ roadmap, blocks }) {
    const inTable = numbersOf(
      roadmap.phases
        .filter(({ topics: [topic] }) => topic && !isBlank(roadmap, topic, "phase"))
        .map(({ label }) => label),
    );
    const lists = listsOf(roadmap);
    const [first] = lists;
    if (inTable.length === 0 || !first) return [];
    const inLists = lists.flatMap(({ numbers }) => numbers);
    const shared = inLists.filter((number) => inTable.includes(number));
    const isRepeated = new Set(shared).size < shared.length;
    const goesBeyond = shared.length > 0 && shared.length < inLists.length;
    if (!isRepeated && !goesBeyond) return [];
    const start = first.phase.tasks[0]?.span.start ?? 0;
    const heading = blocks.headings.findLast(({ span }) => span.start < start);
    const listTexts = lists.map(({ track, numbers }) => `${rangeOf(numbers)} in the task lists${track}`).join(", ");
    return [
      {
        span: heading?.content ?? { start, end: start },
        message: `phase numbers differ: ${rangeOf(inTable)} in the table, ${listTexts}`,
        hint: `\`--phase ${first.numbers[0]}\` selects all phases with this number; add \`--track\` to choose one list, or name the table's phases under \`roadmap: phases:\` in the front matter`,
      },
    ];
  },
};

interface NumberedList {
  /** ` under "Cloud"`, or empty. */
  readonly track: string;
  readonly phase: Phase;
  readonly numbers: readonly number[];
}

/** The numbered phases with tasks, track by track. */
function listsOf({ phases }: Roadmap): NumberedList[] {
  const numbered = phases.filter(({ tasks, label }) => tasks.length > 0 && (phaseNumber(label)?.word ?? "") !== "");
  return [...groupBy(numbered, ({ track }) => track)].flatMap(([track, [phase, ...others]]) => {
    if (!phase) return [];
    const numbers = numbersOf([phase, ...others].map(({ label }) => label));
    return [{ track: track ? ` under "${track.title}"` : "", phase, numbers }];
  });
}

function numbersOf(labels: readonly string[]): number[] {
  const numbers = [...new Set(labels)].flatMap((label) => phaseNumber(label)?.number ?? []);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function rangeOf(numbers: readonly number[]): string {
  const [low = 0, high = 0] = [numbers[0], numbers.at(-1)];
  if (numbers.length > 2 && high - low + 1 === numbers.length) return `${low} to ${high}`;
  return numbers.length > 12 ? `${numbers.length} from ${low} to ${high}` : numbers.join(", ");
}

/** The number in `Phase 2: Design`, `Week 3` and `2`. */
interface PhaseNumber {
  /** `phase`, `week`; empty for a number alone. */
  readonly word: string;
  readonly number: number;
  /** Whether it is a range, like `Week 1-2`. */
  readonly isRange: boolean;
}

/** `5` in `5`, `05` and `5a`. */
function numberIn(word: string | undefined): number | null {
  const digits = /^(\d{1,4})[a-z]?$/.exec(word ?? "")?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Null unless the label begins with a word for a phase and a number; an emoji or one word may come before. */
function phaseNumber(label: string): PhaseNumber | null {
  const words = wordsOf(label);
  const [alone, another] = [numberIn(words[0]), words[1]];
  if (alone !== null && another === undefined) return { word: "", number: alone, isRange: false };
  const at = words.findIndex(isPhaseWord);
  const number = numberIn(words[at + 1]);
  if (at < 0 || at > 1 || number === null) return null;
  return { word: words[at] ?? "", number, isRange: numberIn(words[at + 2]) !== null };
}
