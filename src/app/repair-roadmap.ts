// Repair roadmap: fixes problems that have exactly one right fix, as a change of the roadmap like any other.

import type { Page } from "../checks/check.js";
import { frontMatterPlace } from "../markdown/front-matter-place.js";
import type { ChangeStep } from "../model/journal.js";
import type { Problem, ProblemCode } from "../model/problem.js";
import { repairs } from "../repairs/index.js";
import type { Repair, RepairPlan } from "../repairs/repair.js";
import { counted } from "../text/counted.js";
import { applyEdits, type Edit } from "../text/edit.js";
import { editsBetween } from "../text/edits-between.js";
import { lineStarts, positionAt } from "../text/line-index.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { textAt } from "../text/span.js";
import type { PlannedChange } from "./change-roadmap.js";
import { examineText } from "./examine-roadmap.js";
import type { OpenedRoadmap } from "./open-roadmap.js";
import { refuseConflict } from "./plan-steps.js";

interface RepairedPlace {
  readonly code: ProblemCode;
  readonly line: number;
  readonly column: number;
  /** The old and new text, without surrounding whitespace. */
  readonly from: string;
  readonly to: string;
}

export interface PlannedRepairs extends PlannedChange {
  readonly repaired: readonly RepairedPlace[];
  /** The remaining problems, and the text that has them. */
  readonly left: readonly Problem[];
}

/** The number of fixable places in a file, among the requested kinds. */
export function countRepairs(page: Page, problems: readonly Problem[], includes: Includes): number {
  if (problems.some(({ code }) => code === "CONFLICT_MARKERS")) return 0;
  const wanted = repairs.filter(({ code }) => includes(code));
  return wanted.reduce((sum, repair) => sum + safePlan(repair, page, problems).edits.length, 0);
}

/** The command that applies the fixes, with options as they are typed. */
export function repairCommand(path: string | null, options: readonly string[] = []): string {
  return ["roadmap doctor --fix", ...options, ...(path === null ? [] : [quoteForShell(path)])].join(" ");
}

type Includes = (code: ProblemCode) => boolean;

/**
 * Applies one fix at a time, each to the result of the previous one. After each, the text is read again and verified:
 * the problem is fixed, and nothing else has changed its meaning.
 */
export function planRepairs(includes: Includes): (opened: OpenedRoadmap) => Promise<PlannedRepairs> {
  return async (opened) => {
    refuseConflict(opened);
    const { text } = opened.file;
    let current = await examineText(text, opened.today);
    const repaired: RepairedPlace[] = [];
    const wanted = repairs.filter(({ code }) => includes(code));
    // Twice, because one fix may depend on what another one makes clear.
    for (const repair of [...wanted, ...wanted]) {
      const { edits, verify } = safePlan(repair, current.page, current.problems);
      if (edits.length === 0) continue;
      const before = current.page.roadmap.text;
      current = await examineText(applyEdits(before, edits), opened.today);
      verify(current.page, edits);
      repaired.push(...placesOf(repair, before, edits));
    }
    const edits = editsBetween(text, current.page.roadmap.text);
    return {
      edits,
      text: current.page.roadmap.text,
      steps: repaired.length === 0 ? [] : [repairStep(repaired, edits)],
      subject: `roadmap: fix ${counted(repaired.length, "place")}`,
      repaired,
      left: current.problems,
    };
  };
}

/** Front matter with problems is left alone. */
function safePlan(repair: Repair, page: Page, problems: readonly Problem[]): RepairPlan {
  const plan = repair.plan(page);
  const isTroubled = problems.some(({ code }) => code.startsWith("FRONT_MATTER_"));
  const place = isTroubled ? frontMatterPlace(page.roadmap.text) : null;
  return place === null ? plan : { ...plan, edits: plan.edits.filter(({ at }) => at.start >= place.span.end) };
}

function placesOf({ code }: Repair, text: string, edits: readonly Edit[]): RepairedPlace[] {
  const starts = lineStarts(text);
  return edits.map(({ at, text: written }) => {
    const found = textAt(text, at);
    const start = at.start + found.length - found.trimStart().length;
    return { code, ...positionAt(text, starts, start), from: found.trim(), to: written.trim() };
  });
}

function repairStep(repaired: readonly RepairedPlace[], edits: readonly Edit[]): ChangeStep {
  const changed = repaired.map(({ code, line, from, to }) => ({ name: `line ${line}`, column: code, from, to }));
  return { kind: "change", summary: `fix ${counted(repaired.length, "place")}`, changed, edits };
}
