// Overview: the help of the program on one screen: every everyday word once, in the order of a week.

import { type Canvas, noPaint } from "../../views/canvas.js";
import { commandBlocks, type TypedCommand } from "../../views/command-lines.js";
import { wrapText } from "../../views/wrap.js";

const start: readonly TypedCommand[] = [
  ["roadmap", "where you are, what is next"],
  ["roadmap COMMAND [options]", "look at it, change it"],
];

const overviewSections: Readonly<Record<string, readonly TypedCommand[]>> = {
  "Every day": [
    ["start, finish TOPIC", "in progress today; done today (--proof URL)"],
    ["check, uncheck TASK", "check off a task; clear its mark"],
    ["block, skip, reset, reopen TOPIC", "the other statuses"],
    ["set TOPIC --comments TEXT", "change any cell"],
    ["undo, redo", "undo the last change; redo it"],
  ],
  Look: [
    ["next, today", "what to do next; today and this week"],
    ["list, show, open TOPIC", "all of it; one topic; its link"],
    ["progress, stats", "bars by phase; pace, days, streaks"],
    ["timeline, burnup, forecast", "when it was done, when the rest may be"],
    ["web, watch, all, prompt", "in the browser; live; several; your prompt"],
  ],
  Grow: [
    ["init", "a first roadmap: blank, template or CSV"],
    ["add topic|task|phase|column", "more of it"],
    ["rename, move, remove, edit", "reshape it"],
    ["apply, import FILE", "many changes at once"],
  ],
  Keep: [
    ["doctor, fmt", "find and fix problems; align the tables"],
    ["commit, log, diff, resolve", "its history in git"],
    ["export, badge", "HTML, SVG, CSV, JSON, calendar"],
    ["config, completion, help", "settings, Tab key, explanations"],
  ],
};

const closing = [
  "TOPIC is any words that match only one name: `http`, `rest api`. Or its number: `3`, task `t3`.",
  "Every command takes -f FILE, --json, --help; every change takes -n (dry run) and --commit. Words from other programs work too: done, ls, rm, status, todo.",
  "`roadmap help` has the rest: all commands and options, names, dates, the file, exit codes.",
];

export function overviewLines(canvas: Canvas): string[] {
  const { paint, width } = canvas;
  // The meanings are what a person reads here, so they are not dimmed.
  const plain = { ...canvas, paint: { ...noPaint, cmd: paint.cmd } };
  const [first = [], ...sections] = commandBlocks([start, ...Object.values(overviewSections)], plain, 2);
  const [names, ...rest] = closing.map((text) => wrapText(text, width));
  return [
    ...wrapText("roadmap tracks a roadmap kept in one Markdown file.", width).map(paint.head),
    "",
    ...first,
    ...Object.keys(overviewSections).flatMap((title, index) => ["", paint.head(title), ...(sections[index] ?? [])]),
    "",
    ...(names ?? []),
    ...rest.flat().map(paint.dim),
  ];
}
