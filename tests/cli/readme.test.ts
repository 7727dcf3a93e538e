// The examples of the README, run as they stand.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { repairedText } from "../support/program.js";
import { makeTempFolder } from "../support/temp-folder.js";

const root = join(import.meta.dirname, "../..");
const readme = readFileSync(join(root, "README.md"), "utf8");

function block(language: string, holding: string): string {
  const found = [...readme.matchAll(/```(\w*)\n([\s\S]*?)```/g)].find(
    ([, name, code = ""]) => name === language && code.includes(holding),
  );
  return found?.[2] ?? expect.fail(`the README has no ${language} block with ${holding}`);
}

test("the library example prints the changed text", () => {
  const folder = makeTempFolder();
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const library = pathToFileURL(join(root, exports["."].default)).href;
  writeFileSync(
    join(folder, "example.mjs"),
    block("js", "parseRoadmap").replace('"roadmap-md"', JSON.stringify(library)),
  );
  const printed = execFileSync(process.execPath, [join(folder, "example.mjs")], { encoding: "utf8" });
  expect(printed).toBe("0 | Topic | Status |\n|---|---|\n| HTTP | In Progress |\n\n");
});

test("the first example prints what it says and changes one line", () => {
  const folder = makeTempFolder();
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: folder, encoding: "utf8" });
  writeFileSync(join(folder, "roadmap.md"), repairedText);
  run("git", "init", "--quiet");
  run("git", "add", "roadmap.md");
  const { bin } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const env = { ...process.env, ROADMAP_TODAY: "2026-11-22", XDG_STATE_HOME: folder };
  const printed = execFileSync(process.execPath, [join(root, bin.roadmap), "start", "http", "fundamentals"], {
    cwd: folder,
    encoding: "utf8",
    env,
  });
  const stat = run("git", "diff", "--stat").split("\n")[0];
  expect(block("", "$ roadmap start")).toBe(
    `$ roadmap start http fundamentals\n${printed}$ git diff --stat\n${stat}\n`,
  );
});

test("the progress card in the README is that of the reference file, as the program draws it", () => {
  expect(readme).toContain("](docs/progress.svg)");
  const { bin } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const card = ["export", "svg", "--file", join(root, "tests", "fixtures", "repaired.md")];
  const drawn = execFileSync(process.execPath, [join(root, bin.roadmap), ...card], { encoding: "utf8" });
  expect(readFileSync(join(root, "docs", "progress.svg"), "utf8")).toBe(drawn);
});

test("the roadmap in the README is read as it looks", () => {
  const folder = makeTempFolder();
  writeFileSync(join(folder, "roadmap.md"), block("markdown", "# Backend"));
  const { bin } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const printed = execFileSync(process.execPath, [join(root, bin.roadmap), "list", "--json"], {
    cwd: folder,
    encoding: "utf8",
  });
  const { topics, tasks, problems } = JSON.parse(printed);
  expect([topics.length, tasks.length, problems.length]).toEqual([2, 2, 0]);
});
