// Command: configures git to merge and diff the roadmap by topic and task.

import {
  type Installation,
  type InstallLine,
  installedLines,
  installSettings,
  placesOfAttributes,
  readInstallation,
  refuseForeign,
  removeSettings,
} from "../../app/git-install.js";
import { exitCodes } from "../../model/errors.js";
import { visible } from "../../text/visible.js";
import { messageLines } from "../../views/wrap.js";
import type { CommandDeclaration, Invocation, Outcome } from "../command.js";
import { usageError } from "../options.js";

export const gitCommand: CommandDeclaration = {
  name: "git install",
  summary: "Set up git to merge and diff by topic and task",
  examples: ["roadmap git install", "roadmap git install --check", "roadmap git install --remove"],
  options: [
    { flags: "--check", help: "show what is installed and what is missing; exit with 1 if anything is missing" },
    { flags: "--remove", help: "remove what `git install` wrote, and nothing else" },
    { flags: "--global", help: "install for all your repositories, in your global git configuration" },
  ],
  async run(invocation) {
    const { options, request } = invocation;
    if (options.check && options.remove)
      throw usageError("--check and --remove cannot be combined", "use only one of them");
    const installRequest = { ...request, isGlobal: options.global === true };
    const before = await readInstallation(installRequest);
    const isRemoval = options.remove === true;
    if (options.check) return outcomeOf(invocation, { before, after: before, touched: [] });
    if (!isRemoval) refuseForeign(before);
    const touched = isRemoval ? installedLines(before) : before.lines.filter(({ state }) => state !== "there");
    const plan = planLines(touched, isRemoval ? "removal" : "installation");
    if (invocation.isDryRun) {
      const { data } = outcomeOf(invocation, { before, after: before, touched });
      return { lines: () => [...plan, plan.length > 0 ? "nothing was written" : "nothing to write"], data };
    }
    showFirst(invocation, plan);
    await (isRemoval ? removeSettings(before) : installSettings(before));
    return outcomeOf(invocation, { before, after: await readInstallation(installRequest), touched });
  },
};

interface Done {
  readonly before: Installation;
  readonly after: Installation;
  /** The lines that were written or removed. */
  readonly touched: readonly InstallLine[];
}

/** Before anything is written, so interrupting here changes nothing. */
function showFirst({ machine }: Invocation, plan: readonly string[]): void {
  if (plan.length > 0 && !machine.args.includes("--json")) machine.write("stdout", `${plan.join("\n")}\n`);
}

/** By file; whole lines, not wrapped, for comparison with the file. */
function planLines(lines: readonly InstallLine[], aim: "installation" | "removal"): string[] {
  const files = [...new Set(lines.map(({ file }) => file))];
  return files.flatMap((file) => [
    visible(file),
    ...lines
      .filter((candidate) => candidate.file === file)
      .flatMap(({ line, found, state }) => {
        if (aim === "removal") return [`  - ${visible(state === "outdated" ? (found ?? line) : line)}`];
        return [...(found === null ? [] : [`  - ${visible(found)}`]), `  + ${visible(line)}`];
      }),
  ]);
}

function outcomeOf(invocation: Invocation, done: Done): Outcome {
  const { before, after, touched } = done;
  const { options, isDryRun } = invocation;
  const action = options.check ? "check" : options.remove ? "remove" : "install";
  const isComplete = after.lines.every(({ state }) => state === "there");
  const texts = { check: checkTexts, install: installTexts, remove: removeTexts }[action](done);
  const all = after.isOnPath || action === "remove" ? texts : [...texts, ...pathTexts];
  return {
    lines: (canvas) => all.flatMap((text) => messageLines(text, canvas)),
    data: () => ({
      kind: "git-install",
      action,
      scope: after.scope,
      dryRun: isDryRun,
      lines: before.lines.map((installLine) => ({
        file: installLine.file,
        line: installLine.line,
        state: installLine.state,
        found: installLine.found,
        done: !touched.includes(installLine) ? "nothing" : action === "remove" ? "removed" : "written",
      })),
      onPath: after.isOnPath,
      complete: isComplete,
    }),
    exitCode: action === "remove" || isComplete ? exitCodes.done : exitCodes.failed,
    isSaved: touched.length > 0,
  };
}

/** A message, with a hint below it. */
type Text = readonly string[];

const pathTexts: readonly Text[] = [
  [
    "`roadmap` is not on your PATH, so git uses its own merge and diff",
    "add the folder of the `roadmap` command to it; in a clone of roadmap, run `npm link`",
  ],
];

function installTexts(done: Done): readonly Text[] {
  const { after, touched } = done;
  if (after.lines.some(({ state }) => state !== "there")) return checkTexts(done);
  if (touched.length === 0) return [["already installed"]];
  const message = "✓ git now merges and diffs the roadmap by topic and task";
  const isToCommit = after.scope === "repository" && touched.some(({ part }) => part.kind === "attributes");
  if (!isToCommit) return [[message]];
  return [
    [message, "run `git add .gitattributes && git commit` to share it"],
    ["everyone else with a clone must run `roadmap git install` there once: git does not copy configuration"],
  ];
}

function removeTexts({ after, touched }: Done): readonly Text[] {
  const left = after.lines.filter(({ state }) => state !== "missing");
  const removed = left.filter(({ line }) => touched.some((other) => other.line === line));
  const [committed] = removed.filter(({ part }) => part.kind === "attributes");
  const next = committed && `run \`git add ${committed.file} && git commit\`; until then, git uses the committed file`;
  return [
    touched.length === 0 ? ["nothing to remove"] : ["✓ removed", ...(next ? [next] : [])],
    ...left
      .filter((line) => !removed.includes(line))
      .map((line) => [`${placeOf(line)} was kept: \`roadmap git install\` did not write it`]),
  ];
}

function checkTexts({ after: { lines, scope } }: Done): readonly Text[] {
  const texts = lines.map((line): Text => {
    if (line.state === "there") return [`✓ ${placeOf(line)}`];
    if (line.state === "missing") return [`✗ ${placeOf(line)} is missing`];
    const what = line.state === "outdated" ? "was written by another version" : "is set to something else";
    return [`✗ ${placeOf(line)} ${what}`, visible(line.found ?? "")];
  });
  if (lines.every(({ state }) => state === "there")) return texts;
  if (lines.some(({ part, state }) => part.kind === "attributes" && state === "foreign"))
    return [...texts, ["another line overrides the one that `roadmap git install` writes", placesOfAttributes]];
  const hasAttributes = lines.some(({ part, state }) => part.kind === "attributes" && state === "there");
  const isConfigured = lines.every(({ part, state }) => part.kind === "attributes" || state === "there");
  const next = `roadmap git install${scope === "global" ? " --global" : ""}`;
  if (scope === "global" || !hasAttributes || isConfigured) return [...texts, ["not fully installed", next]];
  const clone =
    "this repository uses the roadmap merge driver, but this clone is not set up; until then, git merges line by line";
  return [...texts, [clone, next]];
}

function placeOf({ file, line, part }: InstallLine): string {
  return `${visible(file)}: ${visible(part.kind === "config" ? part.key : line)}`;
}
