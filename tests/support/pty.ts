// A pseudo-terminal for tests: every byte that a shell line writes to it, and keys sent in one write.

import { spawn } from "node:child_process";
import type { Place } from "./program.js";
import { canRun } from "./run-program.js";

export const hasPty = await canRun("script", "-qec", "true", "/dev/null");

export interface OnPty {
  readonly output: string;
  readonly exitCode: number | null;
}

interface Typing {
  /** Typed as soon as the output contains `after`. */
  readonly keys: string;
  readonly after: string;
  andThen?(): void;
}

/** Runs a shell line in which `$ROADMAP` is the program; the terminal is its stdin, stdout and stderr. */
export function runOnPty(place: Place, line: string, ...typings: Typing[]): Promise<OnPty> {
  const env = {
    ...place.env,
    EDITOR: "./ed.sh",
    ROADMAP: place.program,
    TERM: "xterm",
    SHELL: "/bin/bash",
  };
  const child = spawn("script", ["-qec", `stty cols 100 rows 40; ${line}`, "/dev/null"], { cwd: place.folder, env });
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (bytes: Buffer) => {
      output += bytes.toString("latin1");
      const [next] = typings;
      if (!next || !utf8(output).includes(next.after)) return;
      typings.shift();
      child.stdin.write(next.keys);
      next.andThen?.();
    });
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ output: utf8(output), exitCode }));
  });
}

function utf8(bytes: string): string {
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** Runs the program in a terminal of 100 columns without color, with no one to answer questions. */
export async function inTerminal(place: Place, ...args: string[]): Promise<OnPty> {
  const { output, exitCode } = await runOnPty(
    place,
    `NO_COLOR=1 $ROADMAP ${args.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ")} < /dev/null`,
  );
  return { output: output.replaceAll("\r\n", "\n"), exitCode };
}
