// Several files: runs a view over several roadmaps, with the file next to each of its lines.

import { distinctPaths, type OpenedRoadmap, openRoadmap } from "../app/open-roadmap.js";
import { filesInSettings } from "../app/user-config.js";
import { exitCodes, UserError } from "../model/errors.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { visible } from "../text/visible.js";
import { fitInColumns, padToColumns, widthInColumns } from "../text/width.js";
import type { Canvas } from "../views/canvas.js";
import { firstStepHint, severalRoadmapsLines } from "../views/several-roadmaps-lines.js";
import { messageLines } from "../views/wrap.js";
import type { CommandDeclaration, Invocation, Outcome } from "./command.js";
import { usageError } from "./options.js";
import { shortPaths } from "./short-paths.js";

/** The views that can show several roadmaps. */
export const viewsOfSeveral = ["dashboard", "today", "next", "list", "stats"] as const;

/** Those that suggest a next step. The dashboard has a form of its own for several roadmaps. */
const viewsOfSteps: ReadonlySet<string> = new Set(["dashboard", "today", "next"]);

/** What a view of one file resulted in. */
interface Viewed {
  readonly path: string;
  /** Tells it apart from the other files. */
  readonly label: string;
  readonly result: Outcome | UserError;
  /** For the views that suggest a next step. */
  readonly opened: OpenedRoadmap | null;
}

/**
 * The same command over several files.
 * @throws UserError if it takes only one; the hint repeats the words
 */
export function overSeveral(
  declaration: CommandDeclaration,
  words: readonly string[],
  files: readonly string[],
): CommandDeclaration {
  const { name } = declaration;
  const view = viewsOfSeveral.find((known) => known === name);
  if (view === undefined) throw takesOne([name, ...words], files);
  return {
    ...declaration,
    async run(invocation) {
      const paths = distinctPaths(files, invocation.request);
      const labels = shortPaths(paths);
      const viewed: Viewed[] = [];
      for (const [index, path] of paths.entries())
        viewed.push({ path, label: labels[index] ?? path, ...(await viewOf(declaration, invocation, path)) });
      const isComplete = viewed.every(({ result }) => !(result instanceof UserError));
      return {
        lines: (canvas) => [
          ...(view === "dashboard" ? severalRoadmapsLines(openedOf(viewed), canvas) : labeledLines(viewed, canvas)),
          ...firstStepHint(openedOf(viewed), canvas).flatMap((line) => (view === "dashboard" ? [line] : ["", line])),
        ],
        data: () => ({ kind: "all", view, files: viewed.map(answerOf) }),
        warnings: (canvas) => viewed.flatMap((one) => warningsOf(one, canvas)),
        ...(isComplete ? {} : { exitCode: exitCodes.failed }),
      };
    },
  };
}

/** The paths of the roadmaps that the settings name. @throws UserError if there are none */
export function filesToShow({ settings, request }: Invocation): readonly string[] {
  const files = filesInSettings(settings, request.lookup);
  if (files.length > 0) return files;
  throw usageError("your settings name no roadmaps", "name them: `roadmap config set files FILE FILE`");
}

function takesOne([name, ...words]: readonly string[], [first = "FILE", ...others]: readonly string[]): UserError {
  const typed = ["roadmap", "--file", quoteForShell(first), name, ...words.map(quoteForShell)].join(" ");
  return usageError(`${name} takes one roadmap, not ${others.length + 1}`, `choose one: \`${typed}\``);
}

/** A file that cannot be read does not stop the others; an invalid option does. */
async function viewOf(
  declaration: CommandDeclaration,
  invocation: Invocation,
  file: string,
): Promise<Pick<Viewed, "result" | "opened">> {
  const request = { ...invocation.request, lookup: { ...invocation.request.lookup, file } };
  try {
    const result = await declaration.run({ ...invocation, request });
    const isStep = viewsOfSteps.has(declaration.name) && invocation.options.at === undefined;
    return { result, opened: isStep ? await openRoadmap(request) : null };
  } catch (error) {
    if (!(error instanceof UserError) || error.exitCode === exitCodes.usage) throw error;
    return { opened: null, result: error };
  }
}

function openedOf(viewed: readonly Viewed[]) {
  return viewed.flatMap(({ label, path, opened }) => (opened ? [{ label, path, ...opened }] : []));
}

/** Each answer follows the schema of its kind. */
const version = { schemaVersion: 1 } as const;

function answerOf({ path, result }: Viewed) {
  if (!(result instanceof UserError)) return { file: path, answer: answerData(result), error: null };
  const { code, message, hint } = result;
  return { file: path, answer: null, error: { code, message, hint } };
}

function answerData(outcome: Outcome) {
  const data = outcome.data();
  switch (data.kind) {
    case "dashboard":
    case "today":
    case "next":
    case "list":
    case "stats":
      return { ...version, ...data };
    default:
      throw new Error(`several files have no answers of kind ${data.kind}`);
  }
}

function warningsOf({ path, label, result }: Viewed, canvas: Canvas): readonly string[] {
  const own = { ...canvas, file: path };
  if (!(result instanceof UserError)) return result.warnings?.(own) ?? [];
  return messageLines([`warning: ${visible(`${label}: ${result.message}`)}`, visible(result.hint)], own);
}

const maxLabel = 24;
/** In narrower terminals, the file is above its lines. */
const minWidth = 60;

function labeledLines(viewed: readonly Viewed[], canvas: Canvas): string[] {
  const shown = viewed.flatMap(({ label, path, result }) =>
    result instanceof UserError ? [] : [{ label: visible(label), path, result }],
  );
  const isBeside = canvas.width >= minWidth;
  const width = Math.min(maxLabel, Math.max(0, ...shown.map(({ label }) => widthInColumns(label))));
  return shown.flatMap(({ label, path, result }, index) => {
    const indent = isBeside ? width + 2 : 2;
    // A screen has at most one hint, below all files.
    const lines = result.lines({ ...canvas, file: path, width: canvas.width - indent, hasHints: false });
    const text = canvas.paint.dim(padToColumns(fitInColumns(label, width, canvas.signs.ellipsis), width));
    return [
      ...(index > 0 ? [""] : []),
      ...(isBeside ? [] : [canvas.paint.head(label)]),
      ...lines.map((line) => (line === "" ? "" : `${isBeside ? text : ""}  ${line}`)),
    ];
  });
}
