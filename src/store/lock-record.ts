// Lock record: the content of a lock file: who holds it, and since when.

import { nowInUtc } from "./clock.js";
import { identifyThisProcess, type ProcessIdentity } from "./process-identity.js";

export interface LockRecord extends ProcessIdentity {
  /** Sixteen hexadecimal digits, unique to every lock ever taken. */
  readonly nonce: string;
  /** UTC, ISO 8601; informational only. */
  readonly since: string;
}

export function makeLockRecord(): LockRecord {
  return { ...identifyThisProcess(), nonce: makeNonce(), since: nowInUtc() };
}

export function makeNonce(): string {
  const half = () =>
    Math.floor(Math.random() * 2 ** 32)
      .toString(16)
      .padStart(8, "0");
  return half() + half();
}

export function formatLockRecord(record: LockRecord): string {
  return `${JSON.stringify({ roadmapLock: 1, ...record })}\n`;
}

/** Undefined unless roadmap wrote it completely: such a lock proves nothing about its owner. */
export function parseLockRecord(text: string): LockRecord | undefined {
  const fields = parseFields(text);
  const word = (name: string): string | undefined => {
    const value = fields.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const [host, machineId, bootId] = [word("host"), word("machineId"), word("bootId")];
  const [pidNamespace, startTime, since] = [word("pidNamespace"), word("startTime"), word("since")];
  const pid = fields.get("pid");
  const nonce = word("nonce");
  if (fields.get("roadmapLock") !== 1 || !host || !since || !nonce || !/^[0-9a-f]{16}$/.test(nonce)) return undefined;
  if (machineId === undefined || bootId === undefined || pidNamespace === undefined) return undefined;
  if (startTime === undefined || typeof pid !== "number" || !Number.isSafeInteger(pid) || pid < 1) return undefined;
  return { pid, host, machineId, bootId, pidNamespace, startTime, nonce, since };
}

function parseFields(text: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return new Map<string, unknown>(typeof value === "object" && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}
