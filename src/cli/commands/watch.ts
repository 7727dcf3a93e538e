// Command: the dashboard, redrawn each time the file changes.

import { type Watched, type Watcher, watchRoadmap } from "../../app/watch-roadmap.js";
import { errorData } from "../../json/errors.js";
import { jsonLine } from "../../json/line.js";
import { dashboardData } from "../../json/roadmap.js";
import { watchLines } from "../../views/watch-lines.js";
import { canvasFor, widthOf } from "../canvas.js";
import type { CommandDeclaration, Invocation, Outcome } from "../command.js";
import { usageError } from "../options.js";
import { conflictWarnings } from "../view-outcome.js";
import { openedLines } from "./dashboard.js";

const quitKeys = ["q", "Q", "\u0003", "\u0004", "\u001b"];

export const watchCommand: CommandDeclaration = {
  name: "watch",
  summary: "Show the dashboard live; press q to quit",
  examples: ["roadmap watch", "roadmap watch --json"],
  options: [],
  async run(invocation) {
    const { machine } = invocation;
    if (machine.args.includes("--json")) return writeChanges(invocation);
    if (!machine.isTerminal("stdout") || machine.env.TERM === "dumb")
      throw usageError(
        "watch needs a terminal",
        "run `roadmap` to print the dashboard once, or `roadmap watch --json` for one line per change",
      );
    await drawChanges(invocation);
    return { lines: () => [], data: noData };
  },
};

/** Resolves when the user ends it. */
async function drawChanges({ request, machine, settings }: Invocation): Promise<void> {
  const isWanted = !machine.args.includes("--no-color");
  const ground = await canvasFor(machine, { stream: "stdout", isWanted, settings });
  await untilEnded(async (end, fail) => {
    let shown: Watched | undefined;
    const draw = () => {
      if (!shown) return;
      const { opened, trouble } = shown;
      const canvas = { ...ground, width: widthOf(machine, "stdout"), file: request.lookup.file };
      const lines = [...conflictWarnings(opened)(canvas), ...openedLines(opened, canvas)];
      screen.draw(
        watchLines({ lines, path: opened.file.path, trouble: trouble?.message ?? null, rows: screen.rows() }, canvas),
      );
    };
    const show = (watched: Watched) => {
      shown = watched;
      draw();
    };
    const watching = await watchRoadmap(request, { onChange: show, onError: fail });
    const onKey = (key: string) => {
      if (quitKeys.includes(key)) end();
    };
    const screen = await machine.openScreen({ onKey, onChange: draw }).catch((error: unknown) => {
      watching.close();
      throw error;
    });
    show(watching.first);
    return () => {
      watching.close();
      screen.close();
    };
  });
}

/** A line of JSON for each change, errors on stderr; ends when the reader closes the pipe. */
async function writeChanges({ request, machine }: Invocation): Promise<Outcome> {
  let data: Outcome["data"] = noData;
  await untilEnded(async (end, fail) => {
    const onChange: Watcher["onChange"] = ({ opened, trouble }) => {
      data = () => dashboardData(opened);
      const isRead = trouble
        ? machine.write("stderr", jsonLine(errorData(trouble)))
        : machine.write("stdout", jsonLine(data()));
      if (!isRead) end();
    };
    const { first, close } = await watchRoadmap(request, { onChange, onError: fail });
    onChange(first);
    return close;
  });
  return { lines: () => [], data };
}

/** Starts something that runs until it ends or fails, and then stops it. */
async function untilEnded(
  start: (end: () => void, fail: (error: unknown) => void) => Promise<() => void>,
): Promise<void> {
  let end = () => {};
  let fail: (error: unknown) => void = () => {};
  const ended = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  // It may fail during the start, before it is awaited.
  ended.catch(() => {});
  const stop = await start(end, fail);
  try {
    await ended;
  } finally {
    stop();
  }
}

function noData(): never {
  throw new Error("nothing was watched");
}
