// Commands: the list of all of them, in the order help shows; each is loaded when it is called for.

import type { OperationName } from "../../operations/index.js";
import type { CommandDeclaration } from "../command.js";

type Load = () => Promise<CommandDeclaration>;

const operation =
  (name: OperationName): Load =>
  async () =>
    (await import("./operation.js")).operationCommand(name);

export const commands: ReadonlyMap<string, Load> = new Map<string, Load>([
  ["dashboard", async () => (await import("./dashboard.js")).dashboardCommand],
  ["start", operation("start")],
  ["finish", operation("finish")],
  ["block", operation("block")],
  ["skip", operation("skip")],
  ["reset", operation("reset")],
  ["reopen", operation("reopen")],
  ["set", operation("set")],
  ["check", operation("check")],
  ["uncheck", operation("uncheck")],
  ["apply", async () => (await import("./apply.js")).applyCommand],
  ["list", async () => (await import("./list.js")).listCommand],
  ["show", async () => (await import("./show.js")).showCommand],
  ["next", async () => (await import("./next.js")).nextCommand],
  ["progress", async () => (await import("./progress.js")).progressCommand],
  ["unlock", async () => (await import("./unlock.js")).unlockCommand],
]);
