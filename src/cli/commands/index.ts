// Commands: the list of all of them, in the order of help.

import { cellOperationNames, structuralOperationNames } from "../../operations/operation-names.js";
import type { CommandDeclaration } from "../command.js";
import { dashboardCommand } from "./dashboard.js";
import { listCommand } from "./list.js";
import { nextCommand } from "./next.js";
import { progressCommand } from "./progress.js";
import { promptCommand } from "./prompt.js";
import { todayCommand } from "./today.js";

type Load = () => CommandDeclaration | Promise<CommandDeclaration>;
type Row = readonly [name: string, load: Load];

/** A command for each operation, with those listed twice in their first place. Operations are loaded on demand. */
function rowsOf<Name extends string>(
  operations: readonly Name[],
  load: (operation: Name) => Promise<CommandDeclaration>,
): Row[] {
  return [...new Set(operations)].map((operation) => [operation.replace("-", " "), () => load(operation)]);
}

const cellRows = rowsOf(["start", "finish", "check", "uncheck", ...cellOperationNames], async (name) =>
  (await import("./operation.js")).cellCommand(name),
);

const structuralRows = rowsOf(
  ["add-topic", "add-task", "add-phase", "add-table", ...structuralOperationNames],
  async (name) => (await import("./structural.js")).structuralCommand(name),
);

/** The summary of each group of two-word commands, by their first word. */
export const commandGroups: ReadonlyMap<string, string> = new Map([
  ["add", "Add a topic, a task, a column, a phase or a table"],
  ["git", "Set up git to merge and diff by topic and task"],
]);

/** The purposes of commands as help headings, in order, with their commands. */
const helpGroups: Readonly<Record<string, readonly Row[]>> = {
  "Every day": [
    ...cellRows,
    ["undo", async () => (await import("./reversal.js")).undoCommand],
    ["redo", async () => (await import("./reversal.js")).redoCommand],
  ],
  View: [
    ["dashboard", () => dashboardCommand],
    ["all", async () => (await import("./all.js")).allCommand],
    ["next", () => nextCommand],
    ["today", () => todayCommand],
    ["list", () => listCommand],
    ["open", async () => (await import("./open.js")).openCommand],
    ["show", async () => (await import("./show.js")).showCommand],
    ["progress", () => progressCommand],
    ["stats", async () => (await import("./stats.js")).statsCommand],
    ["forecast", async () => (await import("./forecast.js")).forecastCommand],
    ["timeline", async () => (await import("./timeline.js")).timelineCommand],
    ["burnup", async () => (await import("./burnup.js")).burnupCommand],
    ["prompt", () => promptCommand],
    ["watch", async () => (await import("./watch.js")).watchCommand],
    ["web", async () => (await import("./web.js")).webCommand],
  ],
  "Create and edit": [
    ["init", async () => (await import("./init.js")).initCommand],
    ...structuralRows,
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
