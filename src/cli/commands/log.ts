// Command: the changes of every commit, or those of one topic, and whether commits match their messages.

import { logRoadmap } from "../../app/history/log.js";
import { verifyHistory } from "../../app/history/verify.js";
import { logData, verifyData } from "../../json/history.js";
import { exitCodes } from "../../model/errors.js";
import { quoteForShell } from "../../text/quote-for-shell.js";
import { logLines, verifyLines } from "../../views/log-lines.js";
import { type CommandDeclaration, type Invocation, type Outcome, textOption } from "../command.js";
import { countOption, dayOption, usageError } from "../options.js";
import { withProgressBar } from "../progress-bar.js";
import { fileWarnings } from "../view-outcome.js";

export const logCommand: CommandDeclaration = {
  name: "log",
  summary: "Show what each commit changed, newest first",
  examples: [
    "roadmap log",
    "roadmap log http fundamentals",
    "roadmap log --since 2026-01-01 --limit 20",
    "roadmap log --verify",
  ],
  argument: {
    name: "[topic...]",
    help: "topic or task, by its current or a former name",
    names: ["topic", "task"],
  },
  options: [
    { flags: "--since <date>", help: "only commits on or after this date" },
    { flags: "--limit <count>", help: "show at most this many commits (default in a terminal: 10)" },
    { flags: "--cells", help: "show old and new values, and authors" },
    {
      flags: "--verify",
      help: "check that each commit changed what its message claims; exit with 1 if one did not",
    },
  ],
  async run(invocation) {
    return invocation.options.verify ? verify(invocation) : log(invocation);
  },
};

async function log(invocation: Invocation): Promise<Outcome> {
  const { request, words, machine } = invocation;
  const limit = countOption(invocation, "limit");
  const name = words.length === 0 ? undefined : words.join(" ");
  const report = await withProgressBar(machine, "reading the history", (onProgress) =>
    logRoadmap({ ...request, name, onProgress }),
  );
  const { opened, uncommitted, unreadable } = report;
  const since = dayOption(invocation, "since", { today: opened.today });
  const all = report.entries.filter(({ day }) => since === undefined || (day !== null && day >= since));
  const entries = all.slice(0, limit);
  const leftOut = all.length - entries.length;
  return {
    lines(canvas) {
      const isWhole = !canvas.isTerminal || words.length > 0 || since !== undefined;
      const shown = entries.slice(0, isWhole ? limit : (limit ?? shortLimit));
      const view = { uncommitted, unreadable, today: opened.today, hasCells: invocation.options.cells === true };
      const longer = longerLog(invocation, shown.length);
      return logLines({ ...view, entries: shown, leftOut: all.length - shown.length, longer }, canvas);
    },
    data: () => logData({ ...report, entries }, leftOut),
    warnings: fileWarnings(opened),
  };
}

const shortLimit = 10;
const longLimit = 50;

/** The same command with more commits. */
function longerLog(invocation: Invocation, shown: number): string {
  const { words, options } = invocation;
  const since = textOption(invocation, "since");
  return [
    "roadmap log",
    ...words.map(quoteForShell),
    ...(since === undefined ? [] : [`--since ${quoteForShell(since)}`]),
    ...(options.cells === true ? ["--cells"] : []),
    `--limit ${shown < longLimit ? longLimit : 2 * shown}`,
  ].join(" ");
}

async function verify({ request, words, options, machine }: Invocation): Promise<Outcome> {
  if (words.length > 0 || options.since !== undefined || options.limit !== undefined || options.cells === true)
    throw usageError("--verify always checks the whole history", "use it without a topic, --since, --limit or --cells");
  const report = await withProgressBar(machine, "reading the history", (onProgress) =>
    verifyHistory({ ...request, onProgress }),
  );
  return {
    lines: (canvas) => verifyLines({ ...report, today: report.opened.today }, canvas),
    data: () => verifyData(report),
    exitCode: report.mismatches.length === 0 ? exitCodes.done : exitCodes.failed,
  };
}
