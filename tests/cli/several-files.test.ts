// Several files: views over several roadmaps, with the built program.

import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { shortPaths } from "../../src/cli/short-paths.js";
import { makePlace, type Place } from "../support/program.js";
import { hasTerminal, openTerminal } from "../support/terminal.js";

const rust = "# Rust\n\n| Topic | Status |\n|---|---|\n| HTTP | In Progress |\n| Kafka | |\n";
const work = "# Work\n\n| Topic | Status |\n|---|---|\n| HTTP | |\n| Redis | Done |\n\n- [ ] say hello\n";
const both = ["-f", "rust.md", "-f", "work.md"];

function somePlace(): Place {
  return makePlace({ "rust.md": rust, "work.md": work });
}

function setFiles(place: Place, files: readonly string[]): void {
  const path = join(place.env.HOME ?? "", ".config", "roadmap", "config.json");
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ files }));
}

test.each([["list"], ["today"], ["next"], ["stats"]])("%s has the file next to each of its lines", async (view) => {
  const { stdout, stderr, exitCode } = await somePlace().run(view, ...both);
  expect([stderr, exitCode]).toEqual(["", 0]);
  const lines = stdout.split("\n").filter((line) => line !== "");
  expect(lines.filter((line) => !/^(?:rust|work)\.md {2}/.test(line))).toEqual([]);
  expect(lines.some((line) => line.startsWith("rust.md"))).toBe(true);
  expect(lines.some((line) => line.startsWith("work.md"))).toBe(true);
});

test("the lines of a file are those of the view of that file alone", async () => {
  const place = somePlace();
  const alone = (await place.run("list", "-f", "work.md")).stdout.trimEnd().split("\n");
  const { stdout } = await place.run("list", ...both);
  const ofWork = stdout.split("\n").filter((line) => line.startsWith("work.md"));
  expect(ofWork.map((line) => line.slice("work.md  ".length))).toEqual(alone.filter((line) => line !== ""));
});

test("without a command, several files are shown as an overview, in any position of -f", async () => {
  const place = somePlace();
  const { stdout, exitCode } = await place.run(...both);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^Rust {2}rust\.md\n(?:.*\n)*\nWork {2}work\.md\n(?:.*\n)*\nTopics +1\/4 /);
  expect((await place.run("-f", "rust.md", "dashboard", "--file=work.md")).stdout).toBe(stdout);
});

test("all shows the files in the settings, with the options of the view", async () => {
  const place = somePlace();
  setFiles(place, [place.path("rust.md"), place.path("work.md")]);
  expect((await place.run("all")).stdout).toBe((await place.run(...both)).stdout);
  const { stdout } = await place.run("all", "ls", "--status", "done", "--json");
  const { kind, view, files } = JSON.parse(stdout);
  expect([kind, view]).toEqual(["all", "list"]);
  expect(files.map(({ answer }: { answer: { topics: unknown[] } }) => answer.topics.length)).toEqual([0, 1]);
  const [, second] = files;
  expect(second).toMatchObject({
    file: "work.md",
    answer: { schemaVersion: 1, kind: "list" },
    error: null,
  });
});

test("a path in the settings that begins with ~/ is below the home folder", async () => {
  const place = makePlace({});
  writeFileSync(join(place.env.HOME ?? "", "mine.md"), rust);
  setFiles(place, ["~/mine.md"]);
  expect((await place.run("all", "list")).stdout).toContain("mine.md");
});

test("without files in the settings, all says how to name them", async () => {
  const { stderr, exitCode } = await somePlace().run("all");
  expect(exitCode).toBe(2);
  expect(stderr).toContain("roadmap config set files FILE FILE");
});

test("a file that cannot be read does not stop the others, and the exit code is 1", async () => {
  const place = somePlace();
  writeFileSync(place.path("bad.md"), Buffer.from([0xff]));
  const args = ["next", "-f", "bad.md", ...both, "-f", "none.md"];
  const { stdout, stderr, exitCode } = await place.run(...args);
  expect(exitCode).toBe(1);
  expect(stdout).toContain("Kafka");
  expect(stdout).toContain("say hello");
  expect(stderr).toMatch(/^warning: bad\.md: bad\.md is not UTF-8/);
  expect(stderr).toMatch(/^warning: none\.md: .*does not exist/m);
  const json = await place.run(...args, "--json");
  expect([json.stderr, json.exitCode]).toEqual(["", 1]);
  expect(JSON.parse(json.stdout).files.map(({ error }: { error: { code: string } | null }) => error?.code)).toEqual([
    "NOT_UTF8",
    undefined,
    undefined,
    "FILE_NOT_FOUND",
  ]);
});

test("an invalid option stops at once", async () => {
  const { stdout, stderr, exitCode } = await somePlace().run("list", ...both, "--status", "doing-ish");
  expect([stdout, exitCode]).toEqual(["", 2]);
  expect(stderr).toMatch(/^roadmap: "doing-ish" is not a status/);
});

test.each([["finish", "http"], ["show", "http"], ["export", "csv"], ["progress"], ["undo"]])(
  "%s takes one file, and says which command to run",
  async (...words) => {
    const place = somePlace();
    const { stderr, exitCode } = await place.run(...words, ...both);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("takes one roadmap, not 2");
    const [, command = ""] = /`(roadmap [^`]+)`/.exec(stderr) ?? [];
    expect(command).toBe(`roadmap --file rust.md ${words.join(" ")}`);
    expect([place.read("rust.md"), place.read("work.md")]).toEqual([rust, work]);
  },
);

test("the same file twice is shown once", async () => {
  const place = somePlace();
  symlinkSync("rust.md", place.path("link.md"));
  const names = ["rust.md", "./rust.md", place.path("rust.md"), "link.md"];
  const { stdout } = await place.run("-f", "rust.md", ...names.flatMap((name) => ["-f", name]));
  expect(stdout).toMatch(/^Topics +0\/2/m);
});

test.skipIf(!hasTerminal)(
  "in a terminal, one hint names the file of what is in progress (skipped without tmux)",
  async () => {
    for (const view of ["", "next"]) {
      const terminal = openTerminal(somePlace(), `$ROADMAP ${view} -f work.md -f rust.md`);
      await terminal.until("exit code 0.");
      expect(terminal.text().match(/→ .*/g)).toEqual(["→ roadmap --file rust.md finish http"]);
    }
  },
);

test.skipIf(!hasTerminal)("in 40 columns, the file is above its lines (skipped without tmux)", async () => {
  const terminal = openTerminal(somePlace(), "$ROADMAP next -f rust.md -f work.md", 40);
  await terminal.until("exit code 0.");
  expect(terminal.text()).toMatch(/^rust\.md\n {2}\S(?:.|\n)*\n\nwork\.md\n {2}\S/);
});

test("help of all lists its views", async () => {
  expect((await makePlace({}).run("all", "--help")).stdout).toContain("dashboard, today, next, list, stats");
});

test("a short path has as many parts as tell it apart", () => {
  expect(shortPaths(["/a/x/roadmap.md", "/b/x/roadmap.md", "/b/go.md", "plan.md", "./plan.md"])).toEqual([
    "a/x/roadmap.md",
    "b/x/roadmap.md",
    "go.md",
    "plan.md",
    "./plan.md",
  ]);
});
