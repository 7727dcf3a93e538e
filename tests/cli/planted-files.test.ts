// Files of others: recovery copies and journals planted by another user, with the built program.

import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeRecoveryCopy } from "../../src/store/save/recover.js";
import { programCommand, testDay } from "../support/program.js";
import { finished, topicRows } from "../support/repository.js";
import { runProgram } from "../support/run-program.js";
import { makeTempFolder } from "../support/temp-folder.js";

const isRoot = process.getuid?.() === 0;
const otherUser = 65534;
/** No user with this number has a name, so none has a home folder. */
const nameless = 54_321;

/** A roadmap of the nameless user, and a world-writable temporary folder. */
function place() {
  const [folder, temporary] = [makeTempFolder(), makeTempFolder()];
  const file = join(folder, "roadmap.md");
  writeFileSync(file, topicRows);
  for (const path of [folder, file]) chownSync(path, nameless, nameless);
  chmodSync(temporary, 0o1777);
  const run = (...words: readonly string[]) => {
    const inherited = Object.keys(process.env).map((name) => [name, undefined] as const);
    const env = {
      ...Object.fromEntries(inherited),
      PATH: process.env.PATH ?? "",
      TMPDIR: temporary,
      ROADMAP_TODAY: testDay,
    };
    return runProgram(programCommand(...words, "--file", file), {
      env: env as Record<string, string>,
      uid: nameless,
      cwd: "/",
    });
  };
  return { file, temporary, run, state: join(temporary, `roadmap-${nameless}`, ".local", "state", "roadmap") };
}

const torn = topicRows.replace("Not Started", "xot Started");

test.skipIf(!isRoot)(
  "a recovery copy that another user planted does not replace the roadmap (skipped unless root)",
  async () => {
    const { file, temporary, run, state } = place();
    const { ino, dev } = statSync(file);
    const texts = { oldBytes: Buffer.from(torn), newBytes: Buffer.from(topicRows.replace("REST API", "planted")) };
    makeRecoveryCopy(
      state,
      { realPath: file, inode: ino, device: dev },
      { ...texts, newBytes: Buffer.from(`x${topicRows.slice(1)}`) },
    );
    execFileSync("chown", ["-R", `${otherUser}:${otherUser}`, temporary.concat(`/roadmap-${nameless}`)]);
    execFileSync("chmod", ["-R", "a+rX", join(temporary, `roadmap-${nameless}`)]);
    const { stdout, stderr, exitCode } = await run("finish", "http");
    expect([readFileSync(file, "utf8"), exitCode]).toEqual([finished, 0]);
    expect(stdout).toContain("HTTP Fundamentals");
    expect(stderr).toContain("this change cannot be undone with `roadmap undo`");
    expect(stderr.replaceAll(/\s+/g, " ")).toContain(
      "belongs to another user; set XDG_STATE_HOME and XDG_CACHE_HOME to folders",
    );
  },
);

test.skipIf(!isRoot)("a journal that another user planted is not undone (skipped unless root)", async () => {
  const { file, temporary, run, state } = place();
  expect((await run("finish", "http")).exitCode).toBe(0);
  expect(statSync(state)).toMatchObject({ uid: nameless, mode: 0o40700 });
  execFileSync("chown", ["-R", `${otherUser}:${otherUser}`, join(temporary, `roadmap-${nameless}`)]);
  execFileSync("chmod", ["-R", "a+rX", join(temporary, `roadmap-${nameless}`)]);
  const { stdout, stderr } = await run("undo");
  expect(readFileSync(file, "utf8")).toBe(finished);
  expect(`${stdout}${stderr}`.replaceAll(/\s+/g, " ")).toContain("belongs to another user; set XDG_STATE_HOME");
});

test.skipIf(!isRoot)("without HOME and a user name, the user's own state is used (skipped unless root)", async () => {
  const { file, run, state } = place();
  await run("finish", "http");
  expect(await run("undo")).toMatchObject({ stderr: "", exitCode: 0 });
  expect(readFileSync(file, "utf8")).toBe(topicRows);
  expect(readdirSync(state).sort()).toEqual(["journal", "plain"]);
});

test.skipIf(!isRoot)("a world-writable folder of another user is not used (skipped unless root)", async () => {
  const { file, temporary, run, state } = place();
  const planted = join(temporary, `roadmap-${nameless}`);
  mkdirSync(planted);
  chownSync(planted, otherUser, otherUser);
  chmodSync(planted, 0o777);
  const { stderr, exitCode } = await run("finish", "http");
  expect([readFileSync(file, "utf8"), exitCode, stderr.includes("cannot be undone")]).toEqual([finished, 0, true]);
  for (const name of readdirSync(state)) expect(readdirSync(join(state, name))).toEqual([]);
});
