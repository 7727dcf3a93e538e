#!/usr/bin/env node
// The program: the command line, or the answers to shells, on this process.

import type { Machine } from "./cli/machine.js";
import { unknownTimeZone } from "./store/clock.js";
import { currentFolder } from "./store/paths.js";
import { isTerminal, readStandardInput, redrawLine, writeStandard } from "./store/standard-streams.js";

/** A server that is asked to end may still have to finish a change. */
let isServing = false;

const machine: Machine = {
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
  serveWeb: async (wanted) => {
    isServing = true;
    return (await import("./web/server/serve.js")).serveWeb(wanted);
  },
};

/** A shell asks at each Tab, so the answer loads little. */
async function run(): Promise<number> {
  if (machine.args[0] !== "__complete") return (await import("./cli/main.js")).main(machine);
  return (await import("./cli/completion/answer-completion.js")).answerCompletion(machine);
}

void run().then((exitCode) => {
  process.exitCode = exitCode;
  // Nothing is left to do, and by itself V8 would first release its memory piece by piece.
  if (!isServing) process.exit();
});
