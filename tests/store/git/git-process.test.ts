// Git that exits before reading all of its input: its output is an answer, not an error.

import { expect, test } from "vitest";
import { runGit } from "../../../src/store/git/git-process.js";
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
