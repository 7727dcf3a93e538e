// A real terminal for tests: tmux, in which a shell line runs and keys are typed.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import type { Place } from "./program.js";
import { sessionEnd } from "./session-end.js";

export const hasTerminal = isThere("tmux");

function isThere(program: string): boolean {
  try {
    execFileSync(program, ["-V"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

export interface Terminal {
  /** Everything printed; lines that the terminal wrapped are joined again. */
  text(): string;
  /** The same, with colors. */
  coloredText(): string;
  /** Types keys by tmux's names for them: `Down`, `Enter`, `C-c`. */
  type(...keys: string[]): void;
  /** Waits until the text contains that. */
  until(wanted: string): Promise<void>;
  /** Waits until the text no longer contains that. */
  untilGone(unwanted: string): Promise<void>;
  /** The state of the terminal according to tmux: `#{alternate_on}`, `#{cursor_flag}`. */
  says(format: string): string;
  resize(columns: number, rows: number): void;
  /** Waits for the end of the shell line, and returns its exit code. */
  exitCode(): Promise<number>;
}

let opened = 0;

const rows = 50;
const patience = { timeout: 20_000, interval: 20 };

/** Runs a shell line in which `$ROADMAP` is the program. */
export function openTerminal(place: Place, line: string, columns = 80): Terminal {
  const socket = join(place.env.HOME ?? "", `tmux-${opened++}`);
  const env = { ...place.env, ROADMAP: place.program, SHELL: "/bin/bash", TERM: "xterm" };
  const tmux = (...args: string[]) =>
    execFileSync("tmux", ["-u", "-S", socket, "-f", "/dev/null", ...args], {
      cwd: place.folder,
      env,
      encoding: "utf8",
    });
  tmux("new-session", "-d", "-x", `${columns}`, "-y", `${rows}`, `${line}\necho "exit code $?."; exec cat`);
  const session = tmux("list-panes", "-F", "#{pane_pid}").trim();
  onTestFinished(async () => {
    tmux("kill-server");
    // A shell still writes its history to the home folder as it exits, so the folder is removed after that.
    await sessionEnd(session);
  });
  const capture = (...more: string[]) => tmux("capture-pane", "-p", "-J", "-S", "-", ...more).replace(/ +$/gm, "");
  const until = (wanted: string) =>
    vi.waitFor(() => {
      const text = capture();
      if (!text.includes(wanted)) throw new Error(`the terminal does not show ${JSON.stringify(wanted)}:\n${text}`);
    }, patience);
  const untilGone = (unwanted: string) =>
    vi.waitFor(() => {
      const text = capture();
      if (text.includes(unwanted)) throw new Error(`the terminal still shows ${JSON.stringify(unwanted)}:\n${text}`);
    }, patience);
  return {
    text: () => capture(),
    untilGone,
    says: (format) => tmux("display-message", "-p", format).trim(),
    resize: (columns, rows) => {
      tmux("resize-window", "-x", `${columns}`, "-y", `${rows}`);
    },
    coloredText: () => capture("-e"),
    type: (...keys) => {
      tmux("send-keys", ...keys);
    },
    until,
    async exitCode() {
      await until("exit code ");
      return Number(/exit code (\d+)\./.exec(capture())?.[1]);
    },
  };
}
