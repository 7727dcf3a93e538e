#!/usr/bin/env node
// The program: the command line on this process.

import { main } from "./cli/main.js";
import { unknownTimeZone } from "./store/clock.js";
import { currentFolder } from "./store/paths.js";
import { isTerminal, readStandardInput, redrawLine, writeStandard } from "./store/standard-streams.js";

/** Resolves when the command has ended. */
export const done = main({
  args: process.argv.slice(2),
  env: process.env,
  cwd: currentFolder,
  unknownTimeZone: () => unknownTimeZone(process.env),
  isTerminal,
  terminalWidth: (stream) => process[stream].columns,
  write: writeStandard,
  redrawLine,
  readInput: readStandardInput,
  openScreen: async (events) => (await import("./store/terminal-screen.js")).openScreen(events),
  serveWeb: async (wanted) => (await import("./web/server/serve.js")).serveWeb(wanted),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
