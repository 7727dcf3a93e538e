// Commands: the list of all of them, in the order of help.

import type { cellOperations } from "../../operations/cell-operations.js";
import type { structuralOperations } from "../../operations/structural-operations.js";
import type { CommandDeclaration } from "../command.js";
import { dashboardCommand } from "./dashboard.js";
import { listCommand } from "./list.js";
import { nextCommand } from "./next.js";
import { progressCommand } from "./progress.js";

type Load = () => CommandDeclaration | Promise<CommandDeclaration>;

/** Operations depend on zod, so they are loaded on demand. */
const operation =
  (name: keyof typeof cellOperations): Load =>
  async () =>
    (await import("./operation.js")).cellCommand(name);

const structural =
  (name: keyof typeof structuralOperations): Load =>
  async () =>
    (await import("./reshaping.js")).structuralCommand(name);

/** The summary of each group of two-word commands, by their first word. */
export const commandGroups: ReadonlyMap<string, string> = new Map([
  ["add", "Add a topic, a task, a column or a phase"],
  ["git", "Set up git to merge and diff by topic and task"],
]);

/** The purposes of commands as help headings, in order, with their commands. */
const helpGroups: Readonly<Record<string, readonly (readonly [string, Load])[]>> = {
  "Every day": [
    ["start", operation("start")],
    ["finish", operation("finish")],
    ["check", operation("check")],
    ["uncheck", operation("uncheck")],
    ["block", operation("block")],
    ["skip", operation("skip")],
    ["reset", operation("reset")],
    ["reopen", operation("reopen")],
    ["set", operation("set")],
    ["undo", async () => (await import("./reversal.js")).undoCommand],
    ["redo", async () => (await import("./reversal.js")).redoCommand],
  ],
  View: [
    ["dashboard", () => dashboardCommand],
    ["next", () => nextCommand],
    ["list", () => listCommand],
    ["show", async () => (await import("./show.js")).showCommand],
    ["progress", () => progressCommand],
    ["stats", async () => (await import("./stats.js")).statsCommand],
    ["forecast", async () => (await import("./forecast.js")).forecastCommand],
    ["timeline", async () => (await import("./timeline.js")).timelineCommand],
    ["burnup", async () => (await import("./burnup.js")).burnupCommand],
    ["watch", async () => (await import("./watch.js")).watchCommand],
  ],
  "Create and edit": [
    ["init", async () => (await import("./init.js")).initCommand],
    ["add topic", structural("add-topic")],
    ["add task", structural("add-task")],
    ["add phase", structural("add-phase")],
    ["add column", structural("add-column")],
    ["rename", structural("rename")],
    ["move", structural("move")],
    ["remove", async () => (await import("./remove.js")).removeCommand],
    ["edit", async () => (await import("./edit.js")).editCommand],
    ["apply", async () => (await import("./apply.js")).applyCommand],
    ["import", async () => (await import("./import.js")).importCommand],
  ],
  Maintain: [
    ["doctor", async () => (await import("./doctor.js")).doctorCommand],
    ["fmt", async () => (await import("./fmt.js")).fmtCommand],
    ["unlock", async () => (await import("./unlock.js")).unlockCommand],
  ],
  "History and git": [
    ["log", async () => (await import("./log.js")).logCommand],
    ["diff", async () => (await import("./diff.js")).diffCommand],
    ["commit", async () => (await import("./commit.js")).commitCommand],
    ["resolve", async () => (await import("./resolve.js")).resolveCommand],
    ["git install", async () => (await import("./git.js")).gitCommand],
    ["textconv", async () => (await import("./textconv.js")).textconvCommand],
    ["merge-driver", async () => (await import("./merge-driver.js")).mergeDriverCommand],
  ],
  Export: [
    ["export", async () => (await import("./export.js")).exportCommand],
    ["badge", async () => (await import("./badge.js")).badgeCommand],
  ],
  "Settings and help": [
    ["config", async () => (await import("./config.js")).configCommand],
    ["completion", async () => (await import("./completion.js")).completionCommand],
    ["help", async () => (await import("./help.js")).helpCommand],
  ],
};

export const commands: ReadonlyMap<string, Load> = new Map(Object.values(helpGroups).flat());

/** The heading under which help lists each command. */
export const commandHeadings: ReadonlyMap<string, string> = new Map(
  Object.entries(helpGroups).flatMap(([heading, rows]) => rows.map(([name]) => [name, heading])),
);
