// Command: removes the lock of a crashed program.

import { type UnlockReport, unlockRoadmap } from "../../app/unlock-roadmap.js";
import { exitCodes } from "../../model/errors.js";
import { visible } from "../../text/visible.js";
import { messageLines } from "../../views/wrap.js";
import type { CommandDeclaration } from "../command.js";

export const unlockCommand: CommandDeclaration = {
  name: "unlock",
  summary: "Remove a stale lock; with --force, any lock",
  examples: ["roadmap unlock", "roadmap unlock --force"],
  options: [{ flags: "--force", help: "remove the lock even if its owner may still be running" }],
  async run({ request, options, isDryRun }) {
    const report = await unlockRoadmap({ ...request, isForced: options.force === true, isDryRun });
    const { path, removal } = report;
    const lock = removal.kind === "not-locked" ? null : removal.lock;
    const holder = lock?.holder ?? null;
    return {
      lines: (canvas) => messageLines(unlockLines(report, isDryRun), canvas),
      data: () => ({
        kind: "unlock",
        file: path,
        dryRun: isDryRun,
        result: removal.kind,
        lock: lock?.path ?? null,
        holder: holder && { pid: holder.pid, host: holder.host, since: holder.since },
      }),
      exitCode: removal.kind === "kept" ? exitCodes.locked : exitCodes.done,
    };
  },
};

function unlockLines({ path, removal }: UnlockReport, isDryRun: boolean): string[] {
  if (removal.kind === "not-locked") return [`${visible(path)} is not locked`];
  const { path: lockPath, holder } = removal.lock;
  const by = holder ? ` held by process ${holder.pid} on ${visible(holder.host)} since ${visible(holder.since)}` : "";
  const done = isDryRun ? "would remove" : "✓ removed";
  if (removal.kind === "removed") return [`${done} the lock${by}: ${visible(lockPath)}`];
  return [
    `the lock${by} was kept, because its owner may still be running: ${visible(lockPath)}`,
    "if nothing else is changing the roadmap, run `roadmap unlock --force`",
  ];
}
