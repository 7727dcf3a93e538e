// Which process this is, so exactly that another process can prove that it has ended.

import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { kill, pid, platform } from "node:process";
import { systemErrorCode } from "./disk-error.js";

/** An empty string means unknown; what is unknown proves nothing. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  readonly machineId: string;
  readonly bootId: string;
  readonly pidNamespace: string;
  /** Clock ticks between the machine's start and the process's; no clock step changes it. */
  readonly startTime: string;
}

export function identifyThisProcess(): ProcessIdentity {
  const isLinux = platform === "linux";
  return {
    pid,
    host: hostname(),
    machineId: isLinux ? readOrNothing("/etc/machine-id") : "",
    // Elsewhere there are no pid namespaces, and a process of an earlier boot is one that does not exist.
    bootId: isLinux ? readOrNothing("/proc/sys/kernel/random/boot_id") : platform,
    pidNamespace: isLinux ? pidNamespace() : platform,
    startTime: isLinux ? (findProcess(pid)?.startTime ?? "") : "",
  };
}

/**
 * True only when that process certainly runs no more: on this machine, and either before its last start, or in the
 * same pid namespace with a pid that is unused, or used by a process that started at another time.
 */
export function isProvablyEnded(other: ProcessIdentity, own: ProcessIdentity): boolean {
  if (other.host !== own.host || other.machineId !== own.machineId) return false;
  if (other.bootId === "" || own.bootId === "") return false;
  // A name alone does not make a machine: two named "localhost" may share a network disk.
  if (other.bootId !== own.bootId) return own.machineId !== "";
  if (other.pidNamespace === "" || other.pidNamespace !== own.pidNamespace) return false;
  if (isUnused(other.pid)) return true;
  const running = findProcess(other.pid);
  if (running === undefined) return false;
  if (running.hasEnded) return true;
  return other.startTime !== "" && running.startTime !== other.startTime;
}

function isUnused(otherPid: number): boolean {
  try {
    kill(otherPid, 0);
    return false;
  } catch (error) {
    return systemErrorCode(error) === "ESRCH";
  }
}

/** What /proc/PID/stat says (proc_pid_stat(5)): field 3 is the state, field 22 the start time. */
function findProcess(wantedPid: number): { startTime: string; hasEnded: boolean } | undefined {
  const stat = readOrNothing(`/proc/${wantedPid}/stat`);
  // Field 2 is the program's name in parentheses, and may itself hold blanks and parentheses.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const startTime = fields[19];
  if (startTime === undefined) return undefined;
  return { startTime, hasEnded: fields[0] === "Z" || fields[0] === "X" };
}

function pidNamespace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return "";
  }
}
