// Fix roadmap: fixes problems that have exactly one right fix, as a change of the roadmap like any other.

import { frontMatterPlace } from "../markdown/front-matter-place.js";
import type { ChangeStep } from "../model/history/journal.js";
import { type Diagnostic, isConflicted } from "../model/problem.js";
import { fixesOf } from "../rules/index.js";
import type { Fix, FixPlan, Page } from "../rules/rule.js";
import { applyEdits, type Edit, textAt } from "../text/edit.js";
import { editsBetween } from "../text/edits-between.js";
import { lineStarts, positionAt } from "../text/lines.js";
import { counted } from "../text/plural.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import type { PlannedChange } from "./change-roadmap.js";
import { examineText } from "./examine-roadmap.js";
import type { OpenedRoadmap } from "./open-roadmap.js";
import { refuseConflict } from "./requested-operations.js";

interface FixedPlace {
  readonly code: string;
  readonly line: number;
  readonly column: number;
  /** The old and new text, without surrounding whitespace. */
  readonly from: string;
  readonly to: string;
}

export interface PlannedFixes extends PlannedChange {
  readonly fixed: readonly FixedPlace[];
  /** The remaining problems, and the text that has them. */
  readonly left: readonly Diagnostic[];
}

/** The number of fixable places in a file, among the requested kinds. */
export function countFixes(page: Page, problems: readonly Diagnostic[], includes: Includes): number {
  if (isConflicted(problems)) return 0;
  return fixesOf(includes).reduce((sum, { fix }) => sum + safePlan(fix, page, problems).edits.length, 0);
}

/** The command that applies the fixes, with options as they are typed. */
export function fixCommand(path: string | null, options: readonly string[] = []): string {
  return ["roadmap doctor --fix", ...options, ...(path === null ? [] : [quoteForShell(path)])].join(" ");
}

type Includes = (code: string) => boolean;

/**
 * Applies one fix at a time, each to the result of the previous one. After each, the text is read again and verified:
 * the problem is fixed, and nothing else has changed its meaning.
 */
export function planFixes(includes: Includes): (opened: OpenedRoadmap) => Promise<PlannedFixes> {
  return async (opened) => {
    refuseConflict(opened);
    const { text } = opened.file;
    let current = await examineText(text, opened.today);
    const fixed: FixedPlace[] = [];
    const fixes = fixesOf(includes);
    // Twice, because one fix may depend on what another one makes clear.
    for (const { code, fix } of [...fixes, ...fixes]) {
      const { edits, verify } = safePlan(fix, current.page, current.problems);
      if (edits.length === 0) continue;
      const before = current.page.roadmap.text;
      current = await examineText(applyEdits(before, edits), opened.today);
      verify(current.page, edits);
      fixed.push(...fixedPlaces(code, before, edits));
    }
    const edits = editsBetween(text, current.page.roadmap.text);
    return {
      edits,
      text: current.page.roadmap.text,
      steps: fixed.length === 0 ? [] : [fixStep(fixed, edits)],
      subject: `roadmap: fix ${counted(fixed.length, "place")}`,
      fixed,
      left: current.problems,
    };
  };
}

/** Front matter with problems is left alone. */
function safePlan(fix: Fix, page: Page, problems: readonly Diagnostic[]): FixPlan {
  const plan = fix(page);
  const isTroubled = problems.some(({ code }) => code.startsWith("FRONT_MATTER_"));
  const place = isTroubled ? frontMatterPlace(page.roadmap.text) : null;
  return place === null ? plan : { ...plan, edits: plan.edits.filter(({ at }) => at.start >= place.span.end) };
}

function fixedPlaces(code: string, text: string, edits: readonly Edit[]): FixedPlace[] {
  const starts = lineStarts(text);
  return edits.map(({ at, text: written }) => {
    const found = textAt(text, at);
    const start = at.start + found.length - found.trimStart().length;
    return { code, ...positionAt(text, starts, start), from: found.trim(), to: written.trim() };
  });
}

function fixStep(fixed: readonly FixedPlace[], edits: readonly Edit[]): ChangeStep {
  const changed = fixed.map(({ code, line, from, to }) => ({ name: `line ${line}`, column: code, from, to }));
  return { kind: "change", summary: `fix ${counted(fixed.length, "place")}`, changed, edits };
}
