// Waits for all processes of a session, for tests that remove a folder which those may still write to.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { vi } from "vitest";

/** @param leader the id of the session's first process */
export async function sessionEnd(leader: string): Promise<void> {
  await vi.waitUntil(() => !sessionsThatRun().includes(leader), { timeout: 20_000, interval: 20 });
}

/** The session of each running process, by the id of its leader; empty without /proc. */
function sessionsThatRun(): string[] {
  const processes = existsSync("/proc/self/stat") ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];
  return processes.map((pid) => {
    // The name of the program precedes its state, in parentheses; it may contain anything.
    const [, state, , , session = ""] = /.*\) (\S) (\S+) (\S+) (\S+)/s.exec(statOf(pid)) ?? [];
    return state === "Z" ? "" : session;
  });
}

/** Empty for a process that has ended in the meantime. */
function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return "";
  }
}
