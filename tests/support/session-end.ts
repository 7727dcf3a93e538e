// The end of all processes of a session, for tests that remove a folder which those may still write to.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { vi } from "vitest";

/** @param leader the id of the process that the session has begun with */
export async function sessionEnd(leader: string): Promise<void> {
  await vi.waitUntil(() => !sessionsThatRun().includes(leader), { timeout: 20_000, interval: 20 });
}

/** The session of each process there is, by the id of its leader; none where there is no /proc. */
function sessionsThatRun(): string[] {
  const processes = existsSync("/proc/self/stat") ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];
  return processes.map((pid) => {
    // The name of the program comes before its state, in parentheses; it may hold anything.
    const [, state, , , session = ""] = /.*\) (\S) (\S+) (\S+) (\S+)/s.exec(statOf(pid)) ?? [];
    return state === "Z" ? "" : session;
  });
}

/** Empty for a process that has ended meanwhile. */
function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return "";
  }
}
