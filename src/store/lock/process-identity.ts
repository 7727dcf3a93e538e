// Process identity: identifies a process so exactly that another process can prove that it has ended.

import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { kill, pid, platform } from "node:process";
import { systemErrorCode } from "../disk-error.js";

/** An empty string means unknown, which proves nothing. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  readonly machineId: string;
  readonly bootId: string;
  readonly pidNamespace: string;
  /** Clock ticks between system boot and process start; independent of clock changes. */
  readonly startTime: string;
}

export function identifyThisProcess(): ProcessIdentity {
  const isLinux = platform === "linux";
  return {
    pid,
    host: hostname(),
    machineId: isLinux ? readOrNothing("/etc/machine-id") : "",
    // Other systems have no pid namespaces, and a process of an earlier boot simply does not exist.
    bootId: isLinux ? readOrNothing("/proc/sys/kernel/random/boot_id") : platform,
    pidNamespace: isLinux ? pidNamespace() : platform,
    startTime: isLinux ? (findProcess(pid)?.startTime ?? "") : "",
  };
}

/**
 * True only if that process has certainly ended: it ran on this machine, and either before the last boot, or in the
 * same pid namespace with a pid that is now unused or belongs to a process with another start time.
 */
export function isProvablyEnded(other: ProcessIdentity, own: ProcessIdentity): boolean {
  if (other.host !== own.host || other.machineId !== own.machineId) return false;
  if (other.bootId === "" || own.bootId === "") return false;
  // A host name does not identify a machine: two hosts named "localhost" may share a network disk.
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

/** /proc/PID/stat (proc_pid_stat(5)): field 3 is the state, field 22 the start time. */
function findProcess(wantedPid: number): { startTime: string; hasEnded: boolean } | undefined {
  const stat = readOrNothing(`/proc/${wantedPid}/stat`);
  // Field 2 is the program's name in parentheses, and can itself contain spaces and parentheses.
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
