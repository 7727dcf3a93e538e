// A program that makes one edit as the real one does: lock, recover, read, change, save, report. For the fault tests.

import { UserError } from "../../src/model/errors.js";
import { withLock } from "../../src/store/lock/lock.js";
import { defaultMaxBytes, findRealPath, readRoadmapFile } from "../../src/store/read-file.js";
import { recoverInterrupted } from "../../src/store/save/recover.js";
import { saveRoadmapFile } from "../../src/store/save/save-file.js";

/** `store-driver FILE TOPIC`: marks one row of the table as done. */
async function main([file = "", topic = ""]: readonly string[]): Promise<void> {
  const waitMs = Number(process.env.ROADMAP_LOCK_WAIT_MS ?? 10_000);
  const realPath = findRealPath(file);
  const report = await withLock(
    realPath,
    async (lock) => {
      const recovery = recoverInterrupted(lock);
      const base = readRoadmapFile(file, { maxBytes: defaultMaxBytes });
      const newText = base.text.replace(`| topic ${topic} | Not Started | |`, `| topic ${topic} | Done | 2026-11-22 |`);
      await holdIfAsked();
      return { recovery: recovery.kind, ...saveRoadmapFile(base, newText, lock) };
    },
    { env: process.env, waitMs },
  );
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

/** Lets a test act while the lock is held: reports that, and continues when its input ends. */
async function holdIfAsked(): Promise<void> {
  if (process.env.DRIVER_HOLD === undefined) return;
  process.stdout.write("holding\n");
  for await (const _ of process.stdin);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof UserError) {
    process.stderr.write(`${error.code}: ${error.message}\n  ${error.hint}\n`);
    process.exitCode = error.exitCode;
  } else {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 70;
  }
});
