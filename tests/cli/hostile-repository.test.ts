// Hostile repositories: reading the history runs nothing that a repository names, and no word becomes an option.

import { chmodSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { expect, test } from "vitest";
import type { Place } from "../support/program.js";
import { commit, committed, finished, jsonOf, plan, started, toldOf } from "../support/versions.js";

interface Trap {
  readonly name: string;
  /** Sets the trap: `canary` is a program that leaves a trace when it runs. */
  readonly arm: (place: Place, canary: string) => void;
  /**
   * A git command that triggers the trap, to show that it works; none if git triggers it only in a terminal, or never.
   */
  readonly proof?: readonly string[];
}

const traps: readonly Trap[] = [
  {
    name: "a file system monitor",
    arm: (place, canary) => place.git("config", "core.fsmonitor", canary),
    proof: ["status"],
  },
  {
    name: "hooks",
    arm(place, canary) {
      mkdirSync(place.path("hooks"));
      for (const hook of ["post-index-change", "reference-transaction", "post-checkout", "pre-commit", "pre-auto-gc"])
        place.write(`#!/bin/sh\nexec ${canary}\n`, `hooks/${hook}`);
      for (const hook of ["post-index-change", "reference-transaction", "post-checkout", "pre-commit", "pre-auto-gc"])
        chmodSync(place.path(`hooks/${hook}`), 0o755);
      place.git("config", "core.hooksPath", place.path("hooks"));
    },
    proof: ["commit", "--allow-empty", "-m", "x"],
  },
  {
    name: "a text conversion",
    arm(place, canary) {
      place.write("*.md diff=evil\n", ".gitattributes");
      place.git("config", "diff.evil.textconv", canary);
      place.git("config", "diff.evil.cachetextconv", "false");
    },
    proof: ["log", "-p"],
  },
  {
    name: "an external diff",
    arm(place, canary) {
      place.write("*.md diff=evil\n", ".gitattributes");
      place.git("config", "diff.external", canary);
      place.git("config", "diff.evil.command", canary);
    },
    proof: ["diff", "HEAD~1"],
  },
  {
    name: "filters",
    arm(place, canary) {
      place.write("*.md filter=evil\n", ".gitattributes");
      for (const kind of ["clean", "smudge", "process"]) place.git("config", `filter.evil.${kind}`, canary);
      place.git("config", "filter.evil.required", "true");
      place.write(finished);
    },
    proof: ["diff"],
  },
  {
    name: "a pager",
    arm(place, canary) {
      place.git("config", "core.pager", canary);
      for (const command of ["log", "diff-tree", "rev-list", "cat-file", "ls-tree"])
        place.git("config", `pager.${command}`, canary);
    },
  },
  {
    name: "aliases",
    arm(place, canary) {
      for (const command of ["log", "cat-file", "rev-parse", "rev-list", "diff-tree", "ls-tree", "merge-base", "evil"])
        place.git("config", `alias.${command}`, `!${canary}`);
    },
    proof: ["evil"],
  },
  {
    name: "a program that checks signatures",
    arm(place, canary) {
      place.git("config", "gpg.program", canary);
      place.git("config", "log.showSignature", "true");
      const signed = place
        .git("cat-file", "commit", "HEAD")
        .replace("\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n");
      place.write(signed, "signed");
      place.git("reset", "--quiet", "--soft", place.git("hash-object", "-w", "-t", "commit", "signed").trim());
      rmSync(place.path("signed"));
    },
    proof: ["log", "-1"],
  },
  {
    name: "a remote that is asked for what is missing",
    arm(place, canary) {
      forget(place, "HEAD~2:roadmap.md");
      promise(place, `ext::${canary} %S`);
      place.git("config", "protocol.ext.allow", "always");
    },
    proof: ["cat-file", "-p", "HEAD~2:roadmap.md"],
  },
  {
    name: "a remote that is asked through a shell",
    arm(place, canary) {
      forget(place, "HEAD~2:roadmap.md");
      promise(place, "ssh://nowhere.invalid/x");
      place.git("config", "core.sshCommand", canary);
    },
    proof: ["cat-file", "-p", "HEAD~2:roadmap.md"],
  },
];

/** Turns it into a partial clone of that URL. */
function promise(place: Place, url: string): void {
  place.git("config", "core.repositoryFormatVersion", "1");
  place.git("config", "extensions.partialClone", "origin");
  place.git("config", "remote.origin.promisor", "true");
  place.git("config", "remote.origin.url", url);
}

function forget(place: Place, object: string): void {
  const id = place.git("rev-parse", object).trim();
  rmSync(place.path(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`));
}

const readings: readonly (readonly string[])[] = [
  ["log"],
  ["log", "http"],
  ["log", "--verify"],
  ["diff"],
  ["diff", "HEAD~2..HEAD"],
  ["diff", "HEAD~2...HEAD", "--stat"],
  ["show", "http"],
  ["list", "--at", "HEAD~2"],
  ["progress", "--at", "2026-01-02"],
  ["next", "--at", "main"],
  ["commit", "-n"],
  ["start", "http", "--commit", "-n"],
  ["undo", "--list"],
  ["git", "install", "-n"],
  ["doctor"],
  ["config"],
];

test.each(traps)("$name from the repository is not run", async ({ arm, proof }) => {
  const place = committed([plan, started]);
  place.git("mv", "roadmap.md", "plan.md");
  commit(place, "away", 3);
  place.git("mv", "plan.md", "roadmap.md");
  place.write(finished);
  commit(place, "back", 4);
  const mark = place.path("../canary-was-here");
  place.write(`#!/bin/sh\necho x > '${mark}'\ncat "$@"\n`, "../canary");
  chmodSync(place.path("../canary"), 0o755);
  arm(place, place.path("../canary"));
  rmSync(mark, { force: true });
  for (const words of readings) {
    await place.run(...words, "--file", "roadmap.md");
    expect(existsSync(mark), words.join(" ")).toBe(false);
  }
  if (!proof) return;
  try {
    place.git(...proof);
  } catch {
    // Git's own failure does not matter here.
  }
  expect(existsSync(mark), "the trap is armed").toBe(true);
});

test("versions that a partial clone lacks are skipped and counted", async () => {
  const place = committed([plan, started, finished]);
  forget(place, "HEAD~1:roadmap.md");
  const { unreadable, entries } = await jsonOf(place, "log", "http");
  expect(unreadable).toMatchObject([{ day: "2026-01-02", reason: "it is not in this clone" }]);
  expect(entries[0].change.differences).toMatchObject([{ fields: [{ from: "", to: "Done" }] }]);
});

test.each([
  "--help",
  "-p",
  "--output=stolen",
  "--exec=x",
  "-",
  "--",
  "--upload-pack=x",
  ":(top)roadmap.md",
  "$(touch stolen)",
])("%j is taken as a revision, and not found", async (revision) => {
  const place = committed([plan, started]);
  for (const args of [
    ["list", `--at=${revision}`],
    ["diff", "--json", "--", `${revision}`],
    ["diff", "--", `${revision}..HEAD`],
    ["diff", "--", `HEAD..${revision}`],
  ]) {
    const { stdout, stderr, exitCode } = await place.run(...args);
    expect([stdout, exitCode], `${args.join(" ")}\n${stderr}`).toEqual(["", 3]);
    expect(stderr).toMatch(/REVISION_NOT_FOUND|no revision/);
  }
  expect(existsSync(place.path("stolen"))).toBe(false);
});

test.each(["-rf.md", "--output=x.md", ":(top)x.md", "*.md", "a b.md", "new\nline.md", "Плáн 計画.md", "HEAD", "..md"])(
  "a file named %j has its own history",
  async (name) => {
    const place = committed([plan]);
    place.write(plan, name);
    commit(place, "begin", 2);
    place.write(started, name);
    commit(place, "go on", 3);
    const file = `--file=${name}`;
    expect((await toldOf(place, "http", file)).map((line) => line.split(";")[0])).toEqual(["go on", "begin"]);
    const { topics, at } = await jsonOf(place, "list", file, "--at", "HEAD~1");
    expect([topics[0].status, at.day]).toEqual(["not-started", "2026-01-02"]);
    expect((await jsonOf(place, "diff", "HEAD~1..HEAD", file)).differences).toHaveLength(1);
  },
);

test("git variables in the environment do not lead to another repository", async () => {
  const place = committed([plan, started]);
  const env = {
    GIT_DIR: "/nonexistent",
    GIT_WORK_TREE: "/nonexistent",
    GIT_INDEX_FILE: "/nonexistent",
    GIT_OBJECT_DIRECTORY: "/nonexistent",
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "core.pager",
    GIT_CONFIG_VALUE_0: "touch stolen",
    GIT_LITERAL_PATHSPECS: "0",
    GIT_TRACE: place.path("stolen"),
    GIT_EXTERNAL_DIFF: "touch stolen",
  };
  const { stdout, exitCode } = await place.runWith({ env }, "log", "http");
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining("HTTP   status  (blank) → In Progress")]);
  expect(existsSync(place.path("stolen"))).toBe(false);
});
