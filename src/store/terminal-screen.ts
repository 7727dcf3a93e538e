// Terminal screen: uses the whole terminal for a while, and restores it however the program ends.

import process from "node:process";
import { visibleOutput } from "../text/visible.js";
import { releaseAtExit } from "./lock/release-at-exit.js";
import { isTerminal, writeUnchecked } from "./standard-streams.js";

const code = (text: string) => `\u001b[${text}`;

// Alternate screen, no cursor, no line wrapping; and back.
const enter = code("?1049h") + code("?25l") + code("?7l") + code("2J");
const leave = code("?7h") + code("?25h") + code("?1049l");

/** Synchronized output: terminals that know it show a frame at once; others ignore it. */
const [startOfFrame, endOfFrame] = [code("?2026h"), code("?2026l")];

const [suspendKey, escapeKey] = ["\u001a", "\u001b"];

/** One read may return several keys: characters, and the sequences that arrows and function keys send. */
const everyKey = new RegExp(`${escapeKey}(?:\\[[0-?]*[ -/]*[@-~]|O[ -~])|.`, "gsu");

/** The terminal is raw, so Ctrl-C arrives as a key too; if stdin is not a terminal, there are no keys. */
export function openScreen({ onKey, onChange }: { onKey(key: string): void; onChange(): void }) {
  const { stdin, stdout } = process;
  const hasKeys = isTerminal("stdin");
  let isTaken = false;
  const takeOver = () => {
    isTaken = true;
    writeUnchecked("stdout", enter);
    if (hasKeys) stdin.setRawMode(true);
  };
  const giveBack = () => {
    if (!isTaken) return;
    isTaken = false;
    writeQuietly(endOfFrame + leave);
    if (hasKeys) stdin.setRawMode(false);
  };
  const takeKey = (key: string) => {
    if (key !== suspendKey) return onKey(key);
    giveBack();
    process.kill(0, "SIGTSTP");
  };
  const takeKeys = (typed: Buffer) => {
    for (const [key] of typed.toString("utf8").matchAll(everyKey)) takeKey(key);
  };
  const resume = () => {
    takeOver();
    onChange();
  };
  const forget = releaseAtExit(giveBack);
  takeOver();
  if (hasKeys) stdin.on("data", takeKeys).resume();
  stdout.on("resize", onChange);
  process.on("SIGCONT", resume);
  return {
    rows: () => stdout.rows || 24,
    draw(lines: readonly string[]) {
      // After waking up, a resize may be reported before the resumption.
      if (!isTaken) return;
      // The old content is cleared before a line is written: clearing after a full-width line would erase its last
      // character.
      const text = lines
        .map((line, row) => `${code(row === lines.length - 1 ? "J" : "K")}${visibleOutput(line, "painted")}`)
        .join("\r\n");
      writeUnchecked("stdout", `${startOfFrame}${code("H")}${text}${endOfFrame}`);
    },
    close() {
      process.off("SIGCONT", resume);
      stdout.off("resize", onChange);
      if (hasKeys) stdin.off("data", takeKeys).pause();
      forget();
      giveBack();
    },
  };
}

/** A closed terminal accepts no output and needs none. */
function writeQuietly(text: string): void {
  try {
    writeUnchecked("stdout", text);
  } catch {
    // The program is about to end, with its own exit code.
  }
}
