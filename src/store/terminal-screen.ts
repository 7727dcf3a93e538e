// Terminal screen: the whole terminal for a while, given back as it was however the program ends.

import process from "node:process";
import { visibleOutput } from "../text/visible.js";
import { releaseAtExit } from "./release-at-exit.js";
import { isTerminal, writeUnchecked } from "./standard-streams.js";

const code = (text: string) => `\u001b[${text}`;

// The alternate screen, no cursor, no breaking of lines; and back.
const enter = code("?1049h") + code("?25l") + code("?7l") + code("2J");
const leave = code("?7h") + code("?25h") + code("?1049l");

/** What is drawn between the two appears at once in terminals that know them; others pass them over. */
const [startOfFrame, endOfFrame] = [code("?2026h"), code("?2026l")];

const [suspendKey, escapeKey] = ["\u001a", "\u001b"];

/** One read may bring several keys: characters, and the sequences that arrows and function keys send. */
const everyKey = new RegExp(`${escapeKey}(?:\\[[0-?]*[ -/]*[@-~]|O[ -~])|.`, "gsu");

/** The terminal is raw, so that Ctrl-C comes as a key too; where stdin is no terminal there are none. */
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
  const goOn = () => {
    takeOver();
    onChange();
  };
  const forget = releaseAtExit(giveBack);
  takeOver();
  if (hasKeys) stdin.on("data", takeKeys).resume();
  stdout.on("resize", onChange);
  process.on("SIGCONT", goOn);
  return {
    rows: () => stdout.rows || 24,
    draw(lines: readonly string[]) {
      // Woken up again it may be told of a change before it is told that it goes on.
      if (!isTaken) return;
      // What was there goes before a line is written: behind one as wide as the terminal its last character would go.
      const text = lines
        .map((line, row) => `${code(row === lines.length - 1 ? "J" : "K")}${visibleOutput(line, "painted")}`)
        .join("\r\n");
      writeUnchecked("stdout", `${startOfFrame}${code("H")}${text}${endOfFrame}`);
    },
    close() {
      process.off("SIGCONT", goOn);
      stdout.off("resize", onChange);
      if (hasKeys) stdin.off("data", takeKeys).pause();
      forget();
      giveBack();
    },
  };
}

/** A terminal that is gone takes nothing any more, and needs nothing. */
function writeQuietly(text: string): void {
  try {
    writeUnchecked("stdout", text);
  } catch {
    // The program is about to end, with an exit code of its own.
  }
}
