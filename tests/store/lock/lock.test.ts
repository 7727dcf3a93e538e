// The lock: one owner at a time, removed only if its owner is provably dead, and released however the work ends.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UserError } from "../../../src/model/errors.js";
import { withLock } from "../../../src/store/lock/lock.js";
import {
  formatLockRecord,
  type LockRecord,
  makeLockRecord,
  parseLockRecord,
  removeDeadLock,
} from "../../../src/store/lock/lock-file.js";
import { isProvablyEnded } from "../../../src/store/lock/process-identity.js";
import { readLock, removeLock } from "../../../src/store/lock/unlock.js";
import { makeTempFolder } from "../../support/temp-folder.js";

function place(name = "roadmap.md") {
  const folder = makeTempFolder();
  const path = join(folder, name);
  writeFileSync(path, "text\n");
  const env = { XDG_STATE_HOME: join(folder, "state") };
  return { folder, path, lockPath: join(folder, `.${name}.roadmap-lock`), env, options: { env, waitMs: 60 } };
}

/** A record as left by a process that has ended. */
function deadRecord(): LockRecord {
  const ended = spawnSync(process.execPath, ["-e", ""]).pid;
  return { ...makeLockRecord(), pid: ended, startTime: "1" };
}

async function refusalOf(work: Promise<unknown>): Promise<UserError> {
  const outcome = await work.catch((error: unknown) => error);
  if (outcome instanceof UserError) return outcome;
  throw new Error(`not refused: ${String(outcome)}`);
}

test("the lock exists during the work and not afterwards, even if the work fails", async () => {
  const { path, lockPath, folder, options } = place();
  const seen = await withLock(path, (lock) => [existsSync(lockPath), lock.isStillHeld(), lock.realPath], options);
  expect(seen).toEqual([true, true, path]);
  await expect(withLock(path, () => Promise.reject(new Error("no")), options)).rejects.toThrow("no");
  expect(readdirSync(folder)).toEqual(["roadmap.md"]);
});

test("two changes in one process run one after the other", async () => {
  const { path, env } = place();
  const steps: string[] = [];
  const work = (name: string) => async () => {
    steps.push(`${name} begins`);
    await new Promise((resume) => setImmediate(resume));
    steps.push(`${name} ends`);
  };
  await Promise.all(["a", "b", "c"].map((name) => withLock(path, work(name), { env })));
  expect(steps).toHaveLength(6);
  for (let at = 0; at < 6; at += 2) expect(steps[at]?.replace("begins", "ends")).toBe(steps[at + 1]);
});

test("a running owner is waited for, then named with its host, its time and a hint", async () => {
  const { path, options } = place();
  await withLock(
    path,
    async () => {
      const refusal = await refusalOf(withLock(path, () => "never", options));
      expect(refusal).toMatchObject({
        code: "LOCKED",
        exitCode: 6,
        hint: expect.stringContaining("roadmap unlock --force"),
      });
      expect(refusal.message).toMatch(new RegExp(`process ${process.pid} on \\S+ since \\d{4}-\\d\\d-\\d\\dT`));
    },
    options,
  );
});

test("a lock whose owner has ended is taken over without leftovers", async () => {
  const { path, lockPath, folder, options } = place();
  writeFileSync(lockPath, formatLockRecord(deadRecord()));
  expect(await withLock(path, () => "done", options)).toBe("done");
  expect(readdirSync(folder)).toEqual(["roadmap.md"]);
});

test("guards left by killed processes are taken over too", async () => {
  const { path, lockPath, folder, options } = place();
  const [dead, thief, second] = [deadRecord(), deadRecord(), deadRecord()];
  writeFileSync(lockPath, formatLockRecord(dead));
  writeFileSync(`${lockPath}.${dead.nonce}.steal`, formatLockRecord(thief));
  writeFileSync(`${lockPath}.${thief.nonce}.steal`, formatLockRecord(second));
  expect(await withLock(path, () => "done", { ...options, waitMs: 5000 })).toBe("done");
  expect(readdirSync(folder)).toEqual(["roadmap.md"]);
});

test("a late process that finds a new lock in place of the dead one leaves it alone", () => {
  const { folder, lockPath } = place();
  const [dead, living, late] = [deadRecord(), makeLockRecord(), makeLockRecord()];
  writeFileSync(lockPath, formatLockRecord(living));
  removeDeadLock({ lockPath, path: lockPath, dead }, late);
  expect(readFileSync(lockPath, "utf8")).toBe(formatLockRecord(living));
  expect(readdirSync(folder).sort()).toEqual([".roadmap.md.roadmap-lock", "roadmap.md"]);
});

test("a guard held by a running process keeps others from the dead lock", async () => {
  const { path, lockPath, options } = place();
  const dead = deadRecord();
  writeFileSync(lockPath, formatLockRecord(dead));
  writeFileSync(`${lockPath}.${dead.nonce}.steal`, formatLockRecord(makeLockRecord()));
  expect(await refusalOf(withLock(path, () => "never", options))).toMatchObject({ code: "LOCKED" });
  expect(readFileSync(lockPath, "utf8")).toBe(formatLockRecord(dead));
});

test.each([
  ["empty", ""],
  ["garbage", "garbage"],
  ["JSON of something else", "[1]"],
  ["a record of another program", '{"pid":1}'],
  ["a record cut short", formatLockRecord(makeLockRecord()).slice(0, 100)],
  ["a record with pid 0", formatLockRecord({ ...makeLockRecord(), pid: 0 })],
  ["a record with a negative pid", formatLockRecord({ ...makeLockRecord(), pid: -1 })],
  ["a record whose nonce is a path", formatLockRecord({ ...makeLockRecord(), nonce: "../../../../x" })],
])("a lock that is %s is never broken, and only `unlock --force` removes it", async (_, content) => {
  const { path, lockPath, env, options } = place();
  writeFileSync(lockPath, content);
  expect(await refusalOf(withLock(path, () => "never", options))).toMatchObject({
    code: "LOCKED",
    message: expect.stringContaining("is locked by an unknown process"),
  });
  expect(removeLock(path, { env, force: false })).toMatchObject({ kind: "kept", lock: { isDead: false } });
  expect(readFileSync(lockPath, "utf8")).toBe(content);
  expect(removeLock(path, { env, force: true }).kind).toBe("removed");
  expect(existsSync(lockPath)).toBe(false);
});

test("a link, pipe or folder in place of the lock is neither followed nor blocks", async () => {
  for (const plant of ["link", "pipe", "folder"]) {
    const { folder, path, lockPath, env, options } = place();
    writeFileSync(join(folder, "victim"), "precious");
    if (plant === "link") symlinkSync("victim", lockPath);
    if (plant === "pipe") execFileSync("mkfifo", [lockPath]);
    if (plant === "folder") mkdirSync(lockPath);
    expect(await refusalOf(withLock(path, () => "never", options))).toMatchObject({ code: "LOCKED" });
    if (plant === "folder")
      expect(() => removeLock(path, { env, force: true })).toThrow(/a folder is in the place of the lock/);
    else expect(removeLock(path, { env, force: true }).kind).toBe("removed");
    expect(readFileSync(join(folder, "victim"), "utf8")).toBe("precious");
  }
});

test("only a provably ended process counts as ended", () => {
  const own = makeLockRecord();
  const dead = deadRecord();
  expect(isProvablyEnded(own, own)).toBe(false);
  expect(isProvablyEnded(dead, own)).toBe(true);
  expect(isProvablyEnded({ ...dead, host: "elsewhere" }, own)).toBe(false);
  expect(isProvablyEnded({ ...dead, machineId: "another" }, own)).toBe(false);
  expect(isProvablyEnded({ ...dead, pidNamespace: "pid:[1]" }, own)).toBe(false);
  expect(isProvablyEnded({ ...dead, pidNamespace: "" }, { ...own, pidNamespace: "" })).toBe(false);
  expect(isProvablyEnded({ ...dead, bootId: "" }, { ...own, bootId: "" })).toBe(false);
  expect(isProvablyEnded({ ...own, startTime: "" }, own)).toBe(false);
});

test("a process of an earlier boot has ended if the machine is known by more than its name", () => {
  const own = { ...makeLockRecord(), machineId: "0123456789abcdef" };
  expect(isProvablyEnded({ ...own, bootId: "another boot" }, own)).toBe(true);
  expect(isProvablyEnded({ ...own, bootId: "another boot", machineId: "" }, { ...own, machineId: "" })).toBe(false);
});

test.skipIf(process.platform !== "linux")("a reused pid does not keep a dead lock alive", () => {
  const own = makeLockRecord();
  expect(isProvablyEnded({ ...own, startTime: "12" }, own)).toBe(true);
});

test.skipIf(process.platform !== "linux")("pid 1 is running for a record with its start time", () => {
  const stat = readFileSync("/proc/1/stat", "utf8");
  const startTime = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  expect(isProvablyEnded({ ...makeLockRecord(), pid: 1, startTime }, makeLockRecord())).toBe(false);
});

test("a record is read as it was written", () => {
  const record = makeLockRecord();
  expect(parseLockRecord(formatLockRecord(record))).toEqual(record);
});

test("unlock without force removes a dead lock and keeps a live one", async () => {
  const { path, lockPath, env, options } = place();
  expect(removeLock(path, { env, force: false })).toEqual({ kind: "not-locked" });
  writeFileSync(lockPath, formatLockRecord(deadRecord()));
  expect(readLock(path, env)).toMatchObject({ path: lockPath, isDead: true });
  expect(removeLock(path, { env, force: false })).toMatchObject({ kind: "removed", lock: { isDead: true } });
  await withLock(
    path,
    (lock) => {
      expect(removeLock(path, { env, force: false })).toMatchObject({ kind: "kept", lock: { isDead: false } });
      expect(lock.isStillHeld()).toBe(true);
      expect(removeLock(path, { env, force: true }).kind).toBe("removed");
      expect(lock.isStillHeld()).toBe(false);
    },
    options,
  );
  expect(readLock(path, env)).toBeUndefined();
});

test("a lock taken after a forced unlock is not removed by the process that lost it", async () => {
  const { path, lockPath, env, options } = place();
  const other = formatLockRecord(makeLockRecord());
  await withLock(
    path,
    () => {
      removeLock(path, { env, force: true });
      writeFileSync(lockPath, other);
    },
    options,
  );
  expect(readFileSync(lockPath, "utf8")).toBe(other);
});

test("files with unusual names, and names up to 255 bytes, can be locked", async () => {
  for (const name of ["n".repeat(255), "–".repeat(85), "-rf.md", "*.md", "a\nb\x1b.md"]) {
    const { path, folder, options } = place(name);
    expect(await withLock(path, () => readdirSync(folder).length, options)).toBe(2);
    expect(readdirSync(folder)).toEqual([name]);
  }
});

test("the names of one file (hard links) share a lock", async () => {
  const { folder, path, options } = place();
  const other = join(folder, "other.md");
  linkSync(path, other);
  await withLock(
    path,
    async () => {
      expect(await refusalOf(withLock(other, () => "never", options))).toMatchObject({ code: "LOCKED" });
    },
    options,
  );
  expect(await withLock(other, () => "done", options)).toBe("done");
  expect(readdirSync(join(folder, "state", "roadmap", "locks"))).toEqual([]);
});

test("leftovers of killed runs are removed, and similar files are not", async () => {
  const { folder, path, options } = place();
  const nonce = "0123456789abcdef";
  const left = [`.roadmap.md.roadmap-lock.${nonce}.new`, `.roadmap.md.roadmap-lock.${nonce}.steal`];
  left.push(`.roadmap.md.roadmap-temp.${nonce}.new`);
  left.push(`.roadmap.md.roadmap-lock.${nonce}.steal.${nonce}.new`);
  const others = [`.other.md.roadmap-temp.${nonce}.new`, ".roadmap.md.roadmap-temp.mine.new", ".roadmap.md.swp"];
  for (const name of [...left, ...others]) writeFileSync(join(folder, name), "x");
  await withLock(path, () => undefined, options);
  expect(readdirSync(folder).sort()).toEqual([...others, "roadmap.md"].sort());
});
