// Permissions: other users, closed folders, mount points and signals; what may not be written is not.

import { chmodSync, chownSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { doneTopics, editCommand, freshRoadmap, heldEditCommand, litterIn } from "../support/edit-program.js";
import { canRun, type RunOptions, runProgram } from "../support/run-program.js";
import { makeTempFolder } from "../support/temp-folder.js";

const topicCount = 50;
const nobody = 65534;
const isRoot = process.getuid?.() === 0;
const canMount = await canRun("unshare", "-Urm", "sh", "-c", "mount -t tmpfs -o size=8k none /mnt");

/** A folder with a roadmap, and a state folder; both belong to the user who is to run the program. */
function place(owner = process.getuid?.() ?? 0) {
  const [folder, stateHome] = [makeTempFolder(), makeTempFolder()];
  const file = join(folder, "roadmap.md");
  writeFileSync(file, freshRoadmap(topicCount));
  if (isRoot) for (const path of [folder, stateHome, file]) chownSync(path, owner, owner);
  return { folder, file, env: { XDG_STATE_HOME: stateHome } };
}

function done(file: string): readonly number[] {
  return doneTopics(readFileSync(file, "utf8"), topicCount);
}

async function edit(file: string, options: RunOptions) {
  return runProgram(await editCommand(file, 1), options);
}

const asNobody: RunOptions = isRoot ? { uid: nobody } : {};

test("in a read-only folder, the file is written in place, with a lock in the state folder", async () => {
  const { folder, file, env } = place(isRoot ? nobody : undefined);
  chmodSync(folder, 0o555);
  const inode = statSync(file).ino;
  const run = await edit(file, { env, ...asNobody });
  chmodSync(folder, 0o755);
  expect(run).toMatchObject({ exitCode: 0, stderr: "", stdout: expect.stringContaining('"in-place"') });
  expect(done(file)).toEqual([1]);
  expect(statSync(file).ino).toBe(inode);
  expect(litterIn(folder, "roadmap.md")).toEqual([]);
});

test("two changes in such a folder run one after the other", async () => {
  const { folder, file, env } = place(isRoot ? nobody : undefined);
  chmodSync(folder, 0o555);
  const commands = await Promise.all([1, 2, 3, 4, 5, 6].map((topic) => editCommand(file, topic)));
  const runs = await Promise.all(commands.map((command) => runProgram(command, { env, ...asNobody })));
  chmodSync(folder, 0o755);
  for (const run of runs) expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  expect(done(file)).toEqual([1, 2, 3, 4, 5, 6]);
});

test("if neither the folder nor the file is writable, the exit code is 7, and nothing has changed", async () => {
  const { folder, file, env } = place(isRoot ? nobody : undefined);
  chmodSync(file, 0o444);
  chmodSync(folder, 0o555);
  const run = await edit(file, { env, ...asNobody });
  chmodSync(folder, 0o755);
  expect(run.exitCode).toBe(7);
  expect(run.stderr).toMatch(
    /"code":"NO_PERMISSION".*cannot save .*roadmap\.md: permission denied; the file was not changed.*ls -ld/,
  );
  expect(done(file)).toEqual([]);
});

test("a file without read permission is exit code 7", async () => {
  const { file, env } = place(isRoot ? nobody : undefined);
  chmodSync(file, 0o000);
  const run = await edit(file, { env, ...asNobody });
  expect(run).toMatchObject({
    exitCode: 7,
    stderr: expect.stringMatching(/"code":"NO_PERMISSION","message":"cannot read /),
  });
});

test.skipIf(!isRoot)(
  "a file of another user keeps its owner, so it is written in place (skipped unless root)",
  async () => {
    const { folder, file, env } = place(nobody);
    chownSync(file, 12345, nobody);
    chmodSync(file, 0o664);
    const run = await edit(file, { env, uid: nobody });
    expect(run).toMatchObject({ exitCode: 0, stderr: "", stdout: expect.stringContaining('"in-place"') });
    expect(statSync(file)).toMatchObject({ uid: 12345, gid: nobody });
    expect(litterIn(folder, "roadmap.md")).toEqual([]);
  },
);

test.skipIf(!canMount)(
  "a file that is a mount point is written in place (skipped where nothing can be mounted)",
  async () => {
    const { folder, file, env } = place();
    const mounted = join(folder, "mounted.md");
    writeFileSync(mounted, "");
    const { command, args } = await editCommand(mounted, 1);
    const script = 'mount --bind "$1" "$2" || exit 99; shift 2; exec "$@"';
    const run = await runProgram(
      { command: "unshare", args: ["-Urm", "sh", "-c", script, "sh", file, mounted, command, ...args] },
      { env },
    );
    expect(run).toMatchObject({ exitCode: 0, stderr: "", stdout: expect.stringContaining('"in-place"') });
    expect(done(file)).toEqual([1]);
    expect(litterIn(folder, "roadmap.md", "mounted.md")).toEqual([]);
  },
);

test.skipIf(!canMount)("a read-only disk is exit code 7 (skipped where nothing can be mounted)", async () => {
  const { folder, file, env } = place();
  const disk = join(folder, "disk");
  mkdirSync(disk);
  const { command, args } = await editCommand(join(disk, "roadmap.md"), 1);
  const script = 'mount -t tmpfs none "$1" && cp "$2" "$1" && mount -o remount,ro "$1" || exit 99; shift 2; exec "$@"';
  const run = await runProgram(
    { command: "unshare", args: ["-Urm", "sh", "-c", script, "sh", disk, file, command, ...args] },
    { env },
  );
  expect(run).toMatchObject({
    exitCode: 7,
    stderr: expect.stringMatching(/"code":"READ_ONLY_DISK".*the file was not changed/),
  });
});

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s releases the lock and ends the program", async (signal) => {
  const { folder, file, env } = place();
  let seen: readonly string[] = [];
  const run = await runProgram(await heldEditCommand(file, 1), {
    env: { ...env, DRIVER_HOLD: "1" },
    whenStarted: (child) =>
      child.stdout?.once("data", () => {
        seen = litterIn(folder, "roadmap.md");
        child.kill(signal);
      }),
  });
  expect(seen).toEqual([".roadmap.md.roadmap-lock"]);
  expect(run).toMatchObject({ exitCode: null, signal });
  expect(litterIn(folder, "roadmap.md")).toEqual([]);
  expect(done(file)).toEqual([]);
});

test("the lock of a running process is respected and named; that of a killed one is taken over", async () => {
  const { folder, file, env } = place();
  let [refused, pid]: [ReturnType<typeof edit> | undefined, number | undefined] = [undefined, 0];
  const holder = await runProgram(await heldEditCommand(file, 1), {
    env: { ...env, DRIVER_HOLD: "1" },
    whenStarted: (child) =>
      child.stdout?.once("data", async () => {
        pid = child.pid;
        refused = edit(file, { env: { ...env, ROADMAP_LOCK_WAIT_MS: "200" } });
        await refused;
        child.kill("SIGKILL");
      }),
  });
  expect(holder.signal).toBe("SIGKILL");
  expect(await refused).toMatchObject({ exitCode: 6, stderr: expect.stringContaining(`by process ${pid} on `) });
  expect(litterIn(folder, "roadmap.md")).toEqual([".roadmap.md.roadmap-lock"]);
  expect(await edit(file, { env })).toMatchObject({ exitCode: 0, stderr: "" });
  expect(litterIn(folder, "roadmap.md")).toEqual([]);
});

test.skipIf(!(await canRun("faketime", "-f", "+1d", "true")))(
  "a jump of the clock does not make a live lock a dead one (skipped without faketime)",
  async () => {
    const { file, env } = place();
    let refused: ReturnType<typeof edit> | undefined;
    await runProgram(await heldEditCommand(file, 1), {
      env: { ...env, DRIVER_HOLD: "1" },
      whenStarted: (child) =>
        child.stdout?.once("data", async () => {
          const { command, args } = await editCommand(file, 2);
          const later = { command: "faketime", args: ["-f", "+400d", command, ...args] };
          refused = runProgram(later, { env: { ...env, ROADMAP_LOCK_WAIT_MS: "200" } });
          await refused;
          child.stdin?.end();
        }),
    });
    expect(await refused).toMatchObject({ exitCode: 6 });
    expect(done(file)).toEqual([1]);
  },
);
