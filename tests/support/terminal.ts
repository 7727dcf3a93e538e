// A real terminal for tests: tmux, in which a line of shell runs and keys are typed.

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
  /** All that was printed; lines that the terminal had to break are put together again. */
  text(): string;
  /** The same, with the colours. */
  colouredText(): string;
  /** Types keys by the names tmux has for them: `Down`, `Enter`, `C-c`. */
  type(...keys: string[]): void;
  /** Waits until the text holds that. */
  until(wanted: string): Promise<void>;
  /** Waits until the text does not hold that any more. */
  untilGone(unwanted: string): Promise<void>;
  /** What tmux says of the terminal: `#{alternate_on}`, `#{cursor_flag}`. */
  says(format: string): string;
  resize(columns: number, rows: number): void;
  /** Waits for the end of the line of shell, and gives its exit code. */
  exitCode(): Promise<number>;
}

let opened = 0;

const rows = 50;
const patience = { timeout: 20_000, interval: 20 };

/** Runs a line of shell in which `$ROADMAP` is the program. */
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
    // A shell that ends still writes its history to the home folder, which can be removed only after that.
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
    colouredText: () => capture("-e"),
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
