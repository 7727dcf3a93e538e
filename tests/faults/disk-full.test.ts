// A full disk of any size, or a file size limit: the old file stays, the exit code is 7, nothing is left over.

import { cpSync, linkSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { doneTopics, editCommand, freshRoadmap, litterIn } from "../support/edit-program.js";
import { canRun, runProgram } from "../support/run-program.js";
import { makeTempFolder } from "../support/temp-folder.js";

/** As many topics as just fit into the disk blocks of the fresh file, so that one edit needs another block. */
const topicCount = fittingTopicCount();
const canMount = await canRun("unshare", "-Urm", "sh", "-c", "mount -t tmpfs -o size=8k none /mnt");
const canLimit = await canRun("sh", "-c", "ulimit -f 8");

function fittingTopicCount(): number {
  for (let count = 600; count < 3000; count++) {
    const bytesOver = Buffer.byteLength(freshRoadmap(count)) % 4096;
    if (bytesOver === 0 || bytesOver > 4092) return count;
  }
  throw new Error("no number of topics fits");
}

interface FullDisk {
  /** Mount options of the small disk, such as `size=40k`. */
  readonly mount: string;
  readonly names: readonly string[];
}

/** Makes one edit of a file on a small disk, and returns what is there afterwards. */
async function editOnSmallDisk({ mount, names }: FullDisk) {
  const folder = makeTempFolder();
  const [disk, after] = [join(folder, "disk"), join(folder, "after")];
  for (const made of [disk, after]) mkdirSync(made);
  writeFileSync(join(folder, "fresh.md"), freshRoadmap(topicCount));
  const { command, args } = await editCommand(join(disk, "roadmap.md"), 1);
  const script = `mount -t tmpfs -o ${mount} none "$1" && cp "$2" "$1/roadmap.md" || exit 99
    ${names.includes("other.md") ? 'ln "$1/roadmap.md" "$1/other.md"' : ""}
    disk=$1 after=$3; shift 3; "$@"; code=$?; cp -a "$disk/." "$after"; exit $code`;
  const sh = ["-Urm", "sh", "-c", script, "sh", disk, join(folder, "fresh.md"), after, command, ...args];
  const run = await runProgram({ command: "unshare", args: sh }, { env: { XDG_STATE_HOME: join(folder, "state") } });
  return { run, after };
}

function expectOldOrNew({ run, after }: Awaited<ReturnType<typeof editOnSmallDisk>>, names: readonly string[]): void {
  const done = doneTopics(readFileSync(join(after, "roadmap.md"), "utf8"), topicCount);
  expect([run.exitCode, run.stderr, done]).toEqual(
    run.exitCode === 0
      ? [0, "", [1]]
      : [7, expect.stringMatching(/"code":"DISK_FULL".*no space left.*free some space/), []],
  );
  expect(litterIn(after, ...names)).toEqual([]);
}

test.skipIf(!canMount).each([
  ["renamed", ["roadmap.md"]],
  ["in place", ["other.md", "roadmap.md"]],
])(
  "a disk that is full at any size in steps of 4 KiB loses nothing, %s (skipped where no disk can be mounted)",
  async (_, names) => {
    const codes = new Set<number | null>();
    const ownBlocks = Math.ceil(Buffer.byteLength(freshRoadmap(topicCount)) / 4096);
    for (let blocks = ownBlocks; blocks <= ownBlocks * 2 + 4; blocks++) {
      const outcome = await editOnSmallDisk({ mount: `size=${blocks * 4}k`, names });
      expectOldOrNew(outcome, names);
      codes.add(outcome.run.exitCode);
    }
    expect(codes).toEqual(new Set([7, 0]));
  },
);

test.skipIf(!canMount).each([3, 4, 5, 6])(
  "a disk with room for only %i names loses nothing (skipped where no disk can be mounted)",
  async (inodes) => {
    const outcome = await editOnSmallDisk({ mount: `nr_inodes=${inodes}`, names: ["roadmap.md"] });
    expectOldOrNew(outcome, ["roadmap.md"]);
  },
);

test.skipIf(!canLimit).each([
  ["renamed", ["roadmap.md"]],
  ["in place", ["other.md", "roadmap.md"]],
])("a limit on the size of files loses nothing, %s (skipped without ulimit)", async (_, names) => {
  const codes = new Set<number | null>();
  const ownBlocks = Math.ceil(Buffer.byteLength(freshRoadmap(topicCount)) / 512);
  for (const blocks of [0, 1, 8, Math.ceil(ownBlocks / 2), ownBlocks, ownBlocks + 8]) {
    const folder = makeTempFolder();
    const file = join(folder, "roadmap.md");
    writeFileSync(file, freshRoadmap(topicCount));
    if (names.length > 1) linkSync(file, join(folder, "other.md"));
    const { command, args } = await editCommand(file, 1);
    const limited = ["-c", `ulimit -f ${blocks}; exec "$@"`, "sh", command, ...args];
    const run = await runProgram({ command: "sh", args: limited }, { env: { XDG_STATE_HOME: makeTempFolder() } });
    const done = doneTopics(readFileSync(file, "utf8"), topicCount);
    expect([blocks, run.exitCode, done]).toEqual(run.exitCode === 0 ? [blocks, 0, [1]] : [blocks, 7, []]);
    const says = /"code":"FILE_SIZE_LIMIT".*raise the limit with `ulimit -f unlimited`/;
    if (run.exitCode !== 0) expect(run.stderr).toMatch(says);
    expect(litterIn(folder, ...names)).toEqual([]);
    codes.add(run.exitCode);
  }
  expect(codes).toEqual(new Set([7, 0]));
});

test.skipIf(!(await canRun("test", "-c", "/dev/full")))("/dev/full is not a roadmap (skipped without it)", async () => {
  const run = await runProgram(await editCommand("/dev/full", 1), { env: { XDG_STATE_HOME: makeTempFolder() } });
  expect(run).toMatchObject({ exitCode: 4, stderr: expect.stringContaining("/dev/full is a device, not a file") });
});

test("a state folder that cannot be created is reported, and the file is unchanged", async () => {
  const folder = makeTempFolder();
  writeFileSync(join(folder, "roadmap.md"), freshRoadmap(topicCount));
  linkSync(join(folder, "roadmap.md"), join(folder, "other.md"));
  cpSync(join(folder, "roadmap.md"), join(folder, "blocker"));
  const env = { XDG_STATE_HOME: join(folder, "blocker") };
  const run = await runProgram(await editCommand(join(folder, "roadmap.md"), 1), { env });
  expect(run.exitCode).toBe(7);
  expect(doneTopics(readFileSync(join(folder, "roadmap.md"), "utf8"), topicCount)).toEqual([]);
});
