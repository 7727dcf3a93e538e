// Check: phase numbers that mean one thing in the table and another in the task lists.

import type { Phase, Roadmap } from "../model/roadmap.js";
import { groupBy } from "../text/group-by.js";
import type { Check } from "./check.js";
import { isBlank } from "./lacking.js";
import { phaseNumber } from "./phase-number.js";

/** Lists that have some of the table's phases, or those behind them, go on with its numbers and do not disagree. */
export const disagreeingPhases: Check = {
  codes: ["PHASES_DISAGREE"],
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
    const counted = lists.map(({ track, numbers }) => `${rangeOf(numbers)} in the task lists${track}`).join(", ");
    return [
      {
        code: "PHASES_DISAGREE",
        span: heading?.content ?? { start, end: start },
        message: `phase numbers differ: ${rangeOf(inTable)} in the table, ${counted}`,
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
