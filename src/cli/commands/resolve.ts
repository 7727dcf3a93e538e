// Command: resolves the conflicts of a merge, one at a time or all at once.

import { type ChangeReport, changeRoadmap, unchanged } from "../../app/change-roadmap.js";
import { type OpenedRoadmap, openRoadmap } from "../../app/open-roadmap.js";
import {
  allConflicts,
  type PlannedResolution,
  parseConflicts,
  planResolution,
  stepsAfterMerge,
} from "../../app/resolve-conflicts.js";
import { savingData } from "../../json/changes.js";
import type { ConflictData } from "../../json/envelopes/files.js";
import type { Conflict, ConflictsReading } from "../../merge/conflicts/blocks.js";
import { type ConflictSelection, optionsFor, selectConflicts, sidesHint } from "../../merge/conflicts/choose.js";
import type { Choice } from "../../merge/conflicts/resolve.js";
import { lineAt, lineStarts } from "../../text/lines.js";
import { counted } from "../../text/plural.js";
import { quoteForShell } from "../../text/quote-for-shell.js";
import { visible } from "../../text/visible.js";
import type { Canvas } from "../../views/canvas.js";
import { conflictLines, resolvedLines } from "../../views/conflict-lines.js";
import { hintLine, hintLines, wrapText } from "../../views/wrap.js";
import { type CommandDeclaration, type Invocation, type Outcome, textOption } from "../command.js";
import { usageError } from "../options.js";
import { savingLines, savingReport } from "../saving-outcome.js";

export const resolveCommand: CommandDeclaration = {
  name: "resolve",
  summary: "List and resolve merge conflicts",
  examples: [
    "roadmap resolve",
    "roadmap resolve 2 --theirs",
    'roadmap resolve http fundamentals --field comments --value "read twice"',
    "roadmap resolve --ours",
  ],
  argument: { name: "[which...]", help: "conflict numbers as listed, or words of a topic's name (default: all)" },
  options: [
    { flags: "--ours", help: "use our side (in a rebase: the branch you rebase onto)" },
    { flags: "--theirs", help: "use their side (in a rebase: your own commits)" },
    { flags: "--both", help: "keep the lines of both sides" },
    { flags: "--value <text>", help: "use this value instead of either side" },
    { flags: "--field <name>", help: "only conflicts in this field" },
  ],
  async run(invocation) {
    const { request, isDryRun, words } = invocation;
    const choice = choiceOf(invocation);
    const selection = { words, field: textOption(invocation, "field") };
    if (choice === null) return listOutcome(await openRoadmap(request), { invocation, selection });
    const resolution = { ...selection, choice };
    const report = await changeRoadmap({
      ...request,
      isDryRun,
      isCommitWanted: false,
      plan: planResolution(resolution),
    });
    return resolvedOutcome(report, invocation);
  },
};

function choiceOf(invocation: Invocation): Choice | null {
  const { options } = invocation;
  const value = textOption(invocation, "value");
  const sides = (["ours", "theirs", "both"] as const).filter((side) => options[side] === true);
  const choices: Choice[] = [...sides, ...(value === undefined ? [] : [{ text: value }])];
  const [choice = null, another] = choices;
  if (another !== undefined)
    throw usageError("--ours, --theirs, --both and --value cannot be combined", "use only one of them");
  return choice;
}

interface ResolveRequest {
  readonly invocation: Invocation;
  readonly selection: ConflictSelection;
}

async function listOutcome(
  opened: OpenedRoadmap,
  { invocation: { request }, selection }: ResolveRequest,
): Promise<Outcome> {
  const { file } = opened;
  const reading = await parseConflicts(file.text);
  const conflicts = allConflicts(reading);
  if (conflicts.length > 0) refuseNoSide(conflicts, selection);
  // Only the user can choose a side.
  const next = conflicts.length > 0 ? null : stepsAfterMerge(opened, request).continueCommand;
  const shown = conflictsData(file.text, conflicts);
  return {
    lines: (canvas) =>
      shown.length === 0
        ? [...wrapText(nothingLeft(file.path), canvas.width), ...nextLines(next, canvas)]
        : leftLines(shown, sidesText(reading), canvas),
    data: () => ({
      kind: "resolve",
      ...savingData(unchanged(opened), false),
      settled: [],
      left: shown,
      next,
    }),
  };
}

/** @throws UserError if conflicts are named: either none match, or no side is chosen for them */
function refuseNoSide(conflicts: readonly Conflict[], selection: ConflictSelection): void {
  const { words, field } = selection;
  if (words.length === 0 && field === undefined) return;
  const [first] = selectConflicts(conflicts, selection);
  throw usageError("no side chosen", sidesHint(words.map(quoteForShell).join(" ") || `${first?.number ?? 1}`));
}

function resolvedOutcome(report: ChangeReport<PlannedResolution>, { request, isDryRun }: Invocation): Outcome {
  const { opened, planned } = report;
  const { file } = opened;
  const { resolved, left, text } = planned;
  const places = conflictsData(
    file.text,
    resolved.map(({ conflict }) => conflict),
  );
  const choices = resolved.map(({ choice }) => choice);
  const { add, continueCommand } = stepsAfterMerge(opened, request);
  const next = left.length > 0 ? "roadmap resolve" : resolved.length > 0 ? (continueCommand ?? add) : continueCommand;
  return {
    lines(canvas) {
      if (resolved.length === 0) return [...wrapText(nothingLeft(file.path), canvas.width), ...nextLines(next, canvas)];
      const shown = places.map((place, index) => ({ ...place, chosen: chosenText(place, choices[index]) }));
      const count = left.length === 0 ? "all conflicts are resolved" : `${left.length} left to resolve`;
      const lines = [...resolvedLines(shown, canvas), `  ${count}`];
      const deed = `resolve ${counted(resolved.length, "conflict")}`;
      return savingLines(report, isDryRun, { lines, hint: nextLines(next, canvas), deed, canvas });
    },
    data: () => ({
      kind: "resolve",
      ...savingData(report, isDryRun),
      settled: places.map((place, index) => ({ ...place, ...choiceData(choices[index]) })),
      left: conflictsData(text, left),
      next,
    }),
    ...savingReport(report),
  };
}

function nothingLeft(path: string): string {
  return `no conflicts in ${visible(path)}`;
}

function nextLines(next: string | null, canvas: Canvas): string[] {
  return next === null ? [] : hintLine(next, canvas);
}

/** Git's labels of the two sides, if they are the same in all conflicts. */
function sidesText({ blocks }: ConflictsReading): string | null {
  const sides = blocks.flatMap(({ block }) => (block.kind === "clear" ? [block.labels] : []));
  const [first] = sides;
  const isSame = sides.every(({ ours, theirs }) => ours === first?.ours && theirs === first.theirs);
  if (!first?.ours || !first.theirs || !isSame || first.ours === "ours") return null;
  return `ours is ${visible(first.ours)}, theirs is ${visible(first.theirs)}`;
}

function leftLines(shown: readonly ConflictData[], sides: string | null, canvas: Canvas): string[] {
  const isClear = shown.some(({ kind }) => kind !== "unclear");
  const [, ...others] = optionsFor(firstClear(shown) ?? { kind: "lines", field: "" });
  const rest = others.map((option) => `\`${option}\``).join(", ");
  return [
    ...conflictLines(shown, canvas),
    "",
    ...(sides === null ? [] : hintLines(sides, canvas)),
    ...(isClear ? hintLines(`choose: \`${nextChoice(shown)}\`, or ${rest}`, canvas) : []),
    ...(isClear ? hintLines("`roadmap resolve --ours` uses our side everywhere and drops theirs", canvas) : []),
  ];
}

/** The command for the first conflict that a command can resolve. */
function nextChoice(conflicts: readonly Resolved[]): string {
  const first = firstClear(conflicts) ?? conflicts[0];
  return `roadmap resolve ${first?.number ?? 1} ${first ? optionsFor(first)[0] : "--ours"}`;
}

type Resolved = Pick<Conflict, "number" | "kind" | "field">;

function firstClear(conflicts: readonly Resolved[]): Resolved | undefined {
  return conflicts.find(({ kind }) => kind !== "unclear");
}

function conflictsData(text: string, conflicts: readonly Conflict[]): ConflictData[] {
  const starts = lineStarts(text);
  return conflicts.map(({ at, ...conflict }) => ({ ...conflict, line: lineAt(starts, at.start) + 1 }));
}

function choiceData(choice: Choice | undefined): {
  choice: "ours" | "theirs" | "both" | "value";
  value: string | null;
} {
  if (typeof choice === "object") return { choice: "value", value: choice.text };
  return { choice: choice ?? "ours", value: null };
}

function chosenText({ kind, field, ours, theirs }: ConflictData, choice: Choice | undefined): string {
  if (typeof choice === "object") return choice.text || "(blank)";
  if (kind === "parts") return "what both sides changed";
  if (choice === "both") return "both sides kept";
  const lines = choice === "theirs" ? theirs : ours;
  if (kind === "row") return lines === null ? "removed" : "kept";
  if (kind === "lines") return `${choice ?? "ours"}: whole lines`;
  return `${choice ?? "ours"}: ${field === "mark" ? `[${lines}]` : lines || "(blank)"}`;
}
