// Commands: the list of all of them, in the order help shows.

import type { everydayOperations } from "../../operations/everyday.js";
import type { reshapingOperations } from "../../operations/reshaping-list.js";
import type { CommandDeclaration } from "../command.js";
import { dashboardCommand } from "./dashboard.js";
import { listCommand } from "./list.js";
import { nextCommand } from "./next.js";
import { progressCommand } from "./progress.js";

type Load = () => CommandDeclaration | Promise<CommandDeclaration>;

/** Operations bring zod with them: they are loaded when one is called for. */
const operation =
  (name: keyof typeof everydayOperations): Load =>
  async () =>
    (await import("./operation.js")).everydayCommand(name);

const reshaping =
  (name: keyof typeof reshapingOperations): Load =>
  async () =>
    (await import("./reshaping.js")).reshapingCommand(name);

/** The first words of commands that have two, and what those commands have in common. */
export const commandGroups: ReadonlyMap<string, string> = new Map([
  ["add", "Add a topic, a task, a column or a phase"],
  ["git", "Tell git to merge and show the roadmap by topic and task"],
]);

export const commands: ReadonlyMap<string, Load> = new Map<string, Load>([
  ["dashboard", () => dashboardCommand],
  ["init", async () => (await import("./init.js")).initCommand],
  ["start", operation("start")],
  ["finish", operation("finish")],
  ["block", operation("block")],
  ["skip", operation("skip")],
  ["reset", operation("reset")],
  ["reopen", operation("reopen")],
  ["set", operation("set")],
  ["check", operation("check")],
  ["uncheck", operation("uncheck")],
  ["add topic", reshaping("add-topic")],
  ["add task", reshaping("add-task")],
  ["add column", reshaping("add-column")],
  ["add phase", reshaping("add-phase")],
  ["rename", reshaping("rename")],
  ["move", reshaping("move")],
  ["remove", async () => (await import("./remove.js")).removeCommand],
  ["apply", async () => (await import("./apply.js")).applyCommand],
  ["edit", async () => (await import("./edit.js")).editCommand],
  ["fmt", async () => (await import("./fmt.js")).fmtCommand],
  ["commit", async () => (await import("./commit.js")).commitCommand],
  ["undo", async () => (await import("./reversal.js")).undoCommand],
  ["redo", async () => (await import("./reversal.js")).redoCommand],
  ["list", () => listCommand],
  ["show", async () => (await import("./show.js")).showCommand],
  ["next", () => nextCommand],
  ["progress", () => progressCommand],
  ["stats", async () => (await import("./stats.js")).statsCommand],
  ["forecast", async () => (await import("./forecast.js")).forecastCommand],
  ["timeline", async () => (await import("./timeline.js")).timelineCommand],
  ["burnup", async () => (await import("./burnup.js")).burnupCommand],
  ["export", async () => (await import("./export.js")).exportCommand],
  ["import", async () => (await import("./import.js")).importCommand],
  ["badge", async () => (await import("./badge.js")).badgeCommand],
  ["watch", async () => (await import("./watch.js")).watchCommand],
  ["resolve", async () => (await import("./resolve.js")).resolveCommand],
  ["doctor", async () => (await import("./doctor.js")).doctorCommand],
  ["diff", async () => (await import("./diff.js")).diffCommand],
  ["log", async () => (await import("./log.js")).logCommand],
  ["git install", async () => (await import("./git.js")).gitCommand],
  ["textconv", async () => (await import("./textconv.js")).textconvCommand],
  ["unlock", async () => (await import("./unlock.js")).unlockCommand],
  ["config", async () => (await import("./config.js")).configCommand],
  ["help", async () => (await import("./help.js")).helpCommand],
  ["completion", async () => (await import("./completion.js")).completionCommand],
  ["merge-driver", async () => (await import("./merge-driver.js")).mergeDriverCommand],
]);
