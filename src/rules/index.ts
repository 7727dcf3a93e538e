// Rules: the list of all, and with it everything that can be wrong with a file.

import {
  type Diagnostic,
  linkKinds,
  type Problem,
  type ProblemKind,
  readingKinds,
  withSeverity,
} from "../model/problem.js";
import { brokenRow, repeatedHeader, shortRow } from "./broken-row.js";
import { dependencyCycle, unknownDependency } from "./dependencies.js";
import { dueBeforeStart } from "./due-before-start.js";
import { inferredColumns } from "./inferred-columns.js";
import { malformedLink } from "./malformed-link.js";
import { doneWithoutDate, doneWithoutProof, missingPhase } from "./missing-cell.js";
import { mixedDates } from "./mixed-dates.js";
import { mixedLineEndings } from "./mixed-line-endings.js";
import { mojibake } from "./mojibake/index.js";
import { nearTable } from "./near-table.js";
import { nearTask } from "./near-task.js";
import { openFrontMatter } from "./open-front-matter.js";
import { disagreeingPhases, phaseGap } from "./phases.js";
import { repeatedTopic } from "./repeated-topic.js";
import type { Fix, Page, Rule } from "./rule.js";
import { blankStatus, contradictedStatus, statusLegend, statusSpelling } from "./status.js";
import { textBelowTable } from "./text-below-table.js";

/** The order of problems in the same place, and of fixes: first the text, then its meaning. */
export const rules: readonly Rule[] = [
  brokenRow,
  contradictedStatus,
  mojibake,
  shortRow,
  blankStatus,
  dependencyCycle,
  unknownDependency,
  disagreeingPhases,
  doneWithoutDate,
  doneWithoutProof,
  dueBeforeStart,
  statusLegend,
  malformedLink,
  missingPhase,
  mixedLineEndings,
  nearTable,
  nearTask,
  openFrontMatter,
  phaseGap,
  repeatedHeader,
  repeatedTopic,
  statusSpelling,
  mixedDates,
  textBelowTable,
  inferredColumns,
];

/** Every kind of problem, by its code and sorted by it. */
export const problemKinds: Readonly<Record<string, ProblemKind>> = Object.fromEntries(
  [
    ...Object.entries({ ...readingKinds, ...linkKinds }),
    ...rules.map(({ code, severity, means }): [string, ProblemKind] => [code, { severity, means }]),
  ].sort(([a], [b]) => (a < b ? -1 : 1)),
);

/** One fix after the other; the order matters. */
export function fixesOf(isWanted: (code: string) => boolean): { readonly code: string; readonly fix: Fix }[] {
  return rules
    .filter(({ code }) => isWanted(code))
    .flatMap(({ code, fix }) => [fix ?? []].flat().map((single) => ({ code, fix: single })));
}

/** The codes that are fixed only if they were requested. */
export const codesOnRequest: ReadonlySet<string> = new Set(
  rules.filter(({ isOnRequest }) => isOnRequest).map(({ code }) => code),
);

/** The codes with a fix. */
export const fixableCodes = rules.filter(({ fix }) => fix).map(({ code }) => code);

/**
 * Everything wrong in a file, in file order.
 * @param read the problems found by reading it
 */
export function findProblems(page: Page, read: readonly Problem[]): Diagnostic[] {
  // With unresolved merge conflicts, parts of the file occur twice, so nothing else in it can be judged.
  const conflicts = read.filter(({ code }) => code === "CONFLICT_MARKERS");
  if (conflicts.length > 0) return conflicts.map(withSeverity);
  const found = rules.flatMap(({ code, severity, find }) =>
    (find?.(page) ?? []).map((finding) => ({ ...finding, code, severity })),
  );
  const problems = [...read.map(withSeverity), ...found];
  return withoutHalves(problems.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end));
}

/** The only problem of half a row is that it is half a row. */
function withoutHalves(problems: readonly Diagnostic[]): Diagnostic[] {
  let brokenUpTo = -1;
  return problems.filter(({ code, span }) => {
    if (code === brokenRow.code) brokenUpTo = span.end;
    return code === brokenRow.code || span.end > brokenUpTo;
  });
}
