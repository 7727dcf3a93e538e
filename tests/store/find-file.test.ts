// Find file: which file is used if none, one or several match.

import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findRoadmapFile, noRoadmapFound } from "../../src/store/find-file.js";
import { makeTempFolder } from "../support/temp-folder.js";

function folderWith(...files: readonly string[]): string {
  const folder = makeTempFolder();
  for (const file of files) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), "");
  }
  return folder;
}

test("the option takes precedence over the environment, and the environment over the search", () => {
  const cwd = folderWith("roadmap.md", "a.md", "b.md");
  expect(findRoadmapFile({ file: "a.md", env: { ROADMAP_FILE: "b.md" }, cwd })).toEqual({
    kind: "found",
    path: "a.md",
  });
  expect(findRoadmapFile({ env: { ROADMAP_FILE: "b.md" }, cwd })).toEqual({ kind: "found", path: "b.md" });
  expect(findRoadmapFile({ env: { ROADMAP_FILE: "" }, cwd })).toEqual({ kind: "found", path: "roadmap.md" });
});

test("a missing file is an error that says where its name came from", () => {
  const cwd = folderWith("roadmap.md");
  expect(() => findRoadmapFile({ file: "no.md", env: {}, cwd })).toThrow(
    expect.objectContaining({ code: "FILE_NOT_FOUND", exitCode: 3, message: expect.stringContaining("--file") }),
  );
  expect(() => findRoadmapFile({ file: "", env: {}, cwd })).toThrow(/does not exist/);
  expect(() => findRoadmapFile({ env: { ROADMAP_FILE: "no.md" }, cwd })).toThrow(
    expect.objectContaining({
      message: expect.stringContaining("$ROADMAP_FILE"),
      hint: expect.stringContaining("unset"),
    }),
  );
});

test.skipIf(process.getuid?.() !== 0)(
  "a named file in a folder without access is not called missing (skipped if not root)",
  () => {
    const cwd = folderWith("closed/roadmap.md");
    chmodSync(join(cwd, "closed"), 0o700);
    chmodSync(cwd, 0o755);
    process.seteuid?.(65534);
    try {
      const file = join("closed", "roadmap.md");
      expect(findRoadmapFile({ file, env: {}, cwd })).toEqual({ kind: "found", path: file });
    } finally {
      process.seteuid?.(0);
    }
  },
);

test("the nearest folder wins; in a folder, roadmap.md, then ROADMAP.md, then docs/roadmap.md", () => {
  const root = folderWith(
    ".git/HEAD",
    "roadmap.md",
    "a/ROADMAP.md",
    "a/docs/roadmap.md",
    "a/b/docs/roadmap.md",
    "a/b/c/x",
  );
  const from = (cwd: string) => findRoadmapFile({ env: {}, cwd: join(root, cwd) });
  expect(from("a/b/c")).toEqual({ kind: "found", path: join("..", "docs", "roadmap.md") });
  expect(from("a")).toEqual({ kind: "found", path: "ROADMAP.md" });
  expect(from(".")).toEqual({ kind: "found", path: "roadmap.md" });
});

test("the search ends at the root of the repository, even if .git is a file", () => {
  const outside = folderWith("roadmap.md", "repository/.git", "repository/src/x");
  expect(findRoadmapFile({ env: {}, cwd: join(outside, "repository", "src") })).toEqual({ kind: "readmes", paths: [] });
});

test("outside a repository, only the current folder is searched", () => {
  const outside = folderWith("roadmap.md", "notes/x");
  expect(findRoadmapFile({ env: {}, cwd: join(outside, "notes") })).toEqual({ kind: "readmes", paths: [] });
  expect(findRoadmapFile({ env: {}, cwd: outside })).toEqual({ kind: "found", path: "roadmap.md" });
});

test("without a roadmap, the README.md files are candidates, nearest first", () => {
  const root = folderWith(".git/HEAD", "README.md", "a/README.md", "a/b/x");
  expect(findRoadmapFile({ env: {}, cwd: join(root, "a", "b") })).toEqual({
    kind: "readmes",
    paths: [join("..", "README.md"), join("..", "..", "README.md")],
  });
  expect(noRoadmapFound(root, [])).toMatchObject({ code: "NO_ROADMAP", exitCode: 3, search: { upTo: null } });
  expect(noRoadmapFound(join(root, "a"), ["../README.md"]).search).toEqual({ upTo: root, candidate: "../README.md" });
});

test("a folder named like a roadmap is skipped, and a broken link is not", () => {
  const cwd = folderWith("ROADMAP.md");
  mkdirSync(join(cwd, "roadmap.md"));
  expect(findRoadmapFile({ env: {}, cwd })).toEqual({ kind: "found", path: "ROADMAP.md" });
  const other = folderWith("ROADMAP.md");
  symlinkSync("nowhere", join(other, "roadmap.md"));
  expect(findRoadmapFile({ env: {}, cwd: other })).toEqual({ kind: "found", path: "roadmap.md" });
});
