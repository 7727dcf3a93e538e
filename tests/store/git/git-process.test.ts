// Git that exits before reading all of its input, or cannot be started: an answer, or an error with a hint.

import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UserError } from "../../../src/model/errors.js";
import { gitText, runGit } from "../../../src/store/git/git-process.js";
import { makeTempFolder } from "../../support/temp-folder.js";

test("the exit code of git counts even if git ends before it has read its input", () => {
  const { exitCode, stderr } = runGit({
    cwd: makeTempFolder(),
    env: process.env,
    args: ["no-such-command"],
    // More than a pipe holds, so it cannot all be written before git exits.
    stdin: "x".repeat(1_000_000),
    purpose: "read",
  });
  expect(exitCode).toBe(1);
  expect(stderr).toContain("'no-such-command' is not a git command");
});

test("a git that cannot be started is an error with a hint", () => {
  const cwd = makeTempFolder();
  writeFileSync(join(cwd, "git"), `#!${join(cwd, "no-interpreter")}\n`, { mode: 0o755 });
  const read = () => gitText({ cwd, env: { PATH: cwd }, args: ["status"], purpose: "read" });
  expect(read).toThrow(expect.objectContaining({ code: "NO_GIT" }));
  writeFileSync(join(cwd, "git"), "exit 3\n");
  expect(read).toThrow(expect.objectContaining({ code: "GIT_REFUSED" }));
  chmodSync(join(cwd, "git"), 0o644);
  expect(read).toThrow(UserError);
});
