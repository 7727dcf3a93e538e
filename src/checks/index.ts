// Checks: the list of all looks for problems beyond what reading a file finds by itself.

import type { Problem } from "../model/problem.js";
import { brokenRow } from "./broken-row.js";
import type { Check, Page } from "./check.js";
import { contradictedStatus } from "./contradicted-status.js";
import { damagedText } from "./damaged-text.js";
import { disagreeingPhases } from "./disagreeing-phases.js";
import { doneWithoutDate } from "./done-without-date.js";
import { doneWithoutProof } from "./done-without-proof.js";
import { legendCell } from "./legend-cell.js";
import { malformedLink } from "./malformed-link.js";
import { missingPhase } from "./missing-phase.js";
import { mixedDates } from "./mixed-dates.js";
import { mixedLineEndings } from "./mixed-line-endings.js";
import { nearTable } from "./near-table.js";
import { nearTask } from "./near-task.js";
import { openFrontMatter } from "./open-front-matter.js";
import { phaseGap } from "./phase-gap.js";
import { repeatedHeader } from "./repeated-header.js";
import { repeatedTopic } from "./repeated-topic.js";
import { statusSpelling } from "./status-spelling.js";
import { textBelowTable } from "./text-below-table.js";

export const checks: readonly Check[] = [
  brokenRow,
  contradictedStatus,
  damagedText,
  disagreeingPhases,
  doneWithoutDate,
  doneWithoutProof,
  legendCell,
  malformedLink,
  missingPhase,
  mixedDates,
  mixedLineEndings,
  nearTable,
  nearTask,
  openFrontMatter,
  phaseGap,
  repeatedHeader,
  repeatedTopic,
  statusSpelling,
  textBelowTable,
];

/**
 * Everything wrong in a file, in file order.
 * @param read what reading it has found
 */
export function findProblems(page: Page, read: readonly Problem[]): Problem[] {
  // While a merge is unfinished the file says things twice: nothing else of it can be judged.
  const conflicts = read.filter(({ code }) => code === "CONFLICT_MARKERS");
  if (conflicts.length > 0) return conflicts;
  const found = checks.flatMap((check) => check.find(page));
  return withoutHalves([...read, ...found].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end));
}

/** What is wrong with half a row is that it is half a row. */
function withoutHalves(problems: readonly Problem[]): Problem[] {
  let brokenUpTo = -1;
  return problems.filter(({ code, span }) => {
    if (code === "ROW_BROKEN") brokenUpTo = span.end;
    return code === "ROW_BROKEN" || span.end > brokenUpTo;
  });
}
