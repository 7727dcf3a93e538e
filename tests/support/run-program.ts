// Runs a program to its end and reports how it ended.

import { type ChildProcess, spawn } from "node:child_process";

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly uid?: number;
  /** Called once it is running, to act on the process. */
  readonly whenStarted?: (child: ChildProcess) => void;
}

export interface RunResult {
  /** Null if a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function runProgram({ command, args }: Command, options: RunOptions = {}): Promise<RunResult> {
  const { env = {}, cwd, uid, whenStarted } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ["pipe", "pipe", "pipe"],
      ...(cwd === undefined ? {} : { cwd }),
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdin.on("error", () => {});
    child.on("error", reject);
    child.on("close", (exitCode, signal) => resolve({ exitCode, signal, stdout, stderr }));
    whenStarted?.(child);
  });
}

/** Whether the command can be run here and succeeds; for tests that need a tool or a permission. */
export async function canRun(command: string, ...args: readonly string[]): Promise<boolean> {
  try {
    return (await runProgram({ command, args })).exitCode === 0;
  } catch {
    return false;
  }
}
