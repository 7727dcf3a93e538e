// Every command on files of three sizes: its work grows no faster than the file.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Machine } from "../../src/cli/machine.js";
import { type CountWork, startCounting } from "../support/counted-work.js";
import { conflictedText, type GrowingFile, growingFiles } from "../support/growing-files.js";

/**
 * By command; each line has the words after its name. `NAME` and `OTHER` are a topic or task of the file, and `_` is a
 * space in a word. Where a command reads the file in another way, it has a line for it.
 */
const lines: Readonly<Record<string, readonly string[]>> = {
  start: ["NAME -n", "nothing_like_it"],
  finish: ["NAME", "k"],
  check: ["NAME"],
  uncheck: ["NAME"],
  block: ["NAME"],
  skip: ["NAME"],
  reset: ["NAME"],
  reopen: ["NAME --json"],
  set: ["NAME --status Done"],
  undo: [""],
  redo: [""],
  dashboard: ["", "--json"],
  all: ["list"],
  next: ["", "--limit 100000 --json"],
  today: [""],
  list: ["", "--json", "--flat --sort status --search k"],
  open: ["NAME --json"],
  show: ["NAME"],
  progress: ["", "--by status --json"],
  stats: [""],
  forecast: [""],
  timeline: [""],
  burnup: ["--by task"],
  prompt: [""],
  watch: ["", "--json"],
  web: ["--no-open"],
  init: ["new.md --from topics.csv --force", "--into base.md"],
  "add topic": ["Zebra"],
  "add task": ["Zebra --phase 1002"],
  "add phase": ["Zebra"],
  "add table": ["--columns topic,status"],
  "add column": ["Zebra", "Zebra --table 1"],
  rename: ["NAME --to Zebra", "--column Status --to Zebra --table 1", "--phase 1002 --to Zebra"],
  move: ["NAME --after OTHER"],
  remove: ["NAME --yes"],
  edit: ["NAME"],
  apply: [""],
  import: ["topics.csv", "roadmap.json"],
  doctor: ["", "--fix --yes", "--format sarif"],
  fmt: [""],
  log: ["", "NAME"],
  diff: ["HEAD~1"],
  commit: ["-n"],
  resolve: ["--file conflicted.md"],
  textconv: ["roadmap.md"],
  "merge-driver": ["base.md ours.md theirs.md"],
  export: ["json", "csv", "ics", "mermaid", "svg --style terminal", "html"],
  badge: [""],
  config: [""],
  __complete: ["start_s", "list_--phase_", "list_--where_", "rename_--column_"].map((typed) => `line roadmap_${typed}`),
};

/** Commands that read no roadmap. */
const withoutRoadmap = ["completion", "git install", "help", "unlock"];

const sizes = [40, 80, 160] as const;

/** 2 is linear, 4 quadratic. The rest is for numbers that become longer, sorting, and what is only done for more. */
const mostGrowth = 2.5;

const folder = mkdtempSync(join(tmpdir(), "roadmap-test-"));
const env = {
  ...{ PATH: process.env.PATH ?? "", HOME: folder, XDG_CONFIG_HOME: join(folder, "config"), EDITOR: "true" },
  ...{ ROADMAP_TODAY: "2026-11-22", LC_ALL: "C.UTF-8", GIT_CONFIG_NOSYSTEM: "1" },
  ...{ GIT_AUTHOR_NAME: "Tester", GIT_AUTHOR_EMAIL: "tester@example.org" },
  ...{ GIT_COMMITTER_NAME: "Tester", GIT_COMMITTER_EMAIL: "tester@example.org" },
};

let count: CountWork;
let main: typeof import("../../src/cli/main.js").main;
let answerCompletion: typeof import("../../src/cli/completion/answer-completion.js").answerCompletion;
const done = new Set<string>();

beforeAll(async () => {
  vi.stubGlobal("ROADMAP_VERSION", "1.0.0");
  count = await startCounting();
  ({ main } = await import("../../src/cli/main.js"));
  ({ answerCompletion } = await import("../../src/cli/completion/answer-completion.js"));
  const { readCommandTable } = await import("../../src/cli/command-table.js");
  vi.stubGlobal("ROADMAP_COMMANDS", await readCommandTable());
  mkdirSync(join(folder, "config", "roadmap"), { recursive: true });
  // What is made once is not counted.
  const text = Object.values(growingFiles).map(({ textOf }) => textOf(8));
  await prepare("first", text.join("\n"), 8);
  await count(async () => {
    for (const words of commandLines(["#2", "#4"])) await run(words);
  });
});

afterAll(() => {
  process.chdir(tmpdir());
  rmSync(folder, { recursive: true });
});

test("every command is measured", async () => {
  const { commands } = await import("../../src/cli/commands/index.js");
  expect(Object.keys(lines).sort()).toEqual(
    [...commands.keys(), "__complete"].filter((name) => !withoutRoadmap.includes(name)).sort(),
  );
});

test.each(Object.entries(growingFiles))(
  "with twice as many %s no command does more than twice the work",
  async (name, file) => {
    const steps = new Map<string, number[]>();
    for (const size of sizes) {
      await prepare(`${name.replaceAll(" ", "-")}-${size}`, file.textOf(size), size);
      for (const words of commandLines(file.names)) {
        restore(file.textOf(size));
        const line = words.join(" ");
        const { result: exitCode, steps: own } = await count(() => run(words));
        steps.set(line, [...(steps.get(line) ?? []), own]);
        expect(exitCode, line).not.toBe(70);
        if (exitCode === 0) done.add(words[0] ?? "");
      }
    }
    const grown = [...steps].flatMap(([line, [small = 0, middle = 0, large = 0]]) => {
      const growth = (large - middle) / Math.max(middle - small, 1);
      // Whatever is the same for all sizes differs a little each time.
      return growth > mostGrowth && large - middle > middle / 20
        ? [`${line}: ${growth.toFixed(2)} (${small}, ${middle}, ${large})`]
        : [];
    });
    expect(grown).toEqual([]);
  },
);

test("every command has done something", () => {
  expect(Object.keys(lines).filter((name) => !done.has(name.split(" ")[0] ?? ""))).toEqual([]);
});

function commandLines([name, other]: GrowingFile["names"]): string[][] {
  return Object.entries(lines).flatMap(([command, rests]) =>
    rests.map((rest) =>
      `${command} ${rest}`
        .trim()
        .replace("NAME", name)
        .replace("OTHER", other)
        .split(" ")
        .map((word) => (word.startsWith("__") ? word : word.replaceAll("_", " "))),
    ),
  );
}

/** A repository with two versions, whose later one is in the file, and the files that commands read or write. */
async function prepare(name: string, text: string, size: number): Promise<void> {
  const path = join(folder, name);
  mkdirSync(path);
  process.chdir(path);
  const git = (...args: string[]) => execFileSync("git", args, { env, stdio: "ignore" });
  git("init", "-q");
  for (const version of [`${changed(text, "1003")}\n`, text]) {
    restore(version);
    git("add", "roadmap.md");
    git("commit", "-qm", "Change");
  }
  writeFileSync("theirs.md", changed(text, "1002"));
  writeFileSync("conflicted.md", conflictedText(size));
  const files = ["roadmap.md", "base.md"].map((file) => join(path, file));
  writeFileSync(join(folder, "config", "roadmap", "config.json"), JSON.stringify({ files }));
  for (const words of ["export csv -o topics.csv --tasks", "export json -o roadmap.json"]) await run(words.split(" "));
}

/** The files as they are before each command. */
function restore(text: string): void {
  writeFileSync("roadmap.md", text);
  writeFileSync("base.md", text);
  writeFileSync("ours.md", changed(text, "1001"));
}

function changed(text: string, number: string): string {
  return text.replaceAll(`Skill ${number} |`, `Art ${number} |`).replaceAll(`part ${number}`, `piece ${number}`);
}

/** In this process, with a terminal for the output; what is drawn there ends at once. */
async function run(args: readonly string[]): Promise<number> {
  const machine: Machine = {
    args,
    env: { ...env, ROADMAP_FILE: "roadmap.md" },
    cwd: () => process.cwd(),
    unknownTimeZone: () => undefined,
    isTerminal: (stream) => stream !== "stdin",
    terminalWidth: () => 80,
    write: () => !args.includes("watch"),
    redrawLine: () => {},
    readInput: () => '{"op":"start","topic":"#2"}\n{"op":"finish","topic":"#3"}\n',
    openScreen: async ({ onKey }) => ({ rows: () => 40, draw: () => setImmediate(onKey, "q"), close: () => {} }),
    serveWeb: serveOnce,
  };
  return args[0] === "__complete" ? answerCompletion(machine) : main(machine);
}

/** All that the page can ask for. */
const serveOnce: Machine["serveWeb"] = async ({ request, isReadOnly }) => {
  const { openSession } = await import("../../src/app/session.js");
  const { readQuery } = await import("../../src/web/server/query.js");
  const { servedViews } = await import("../../src/web/server/views.js");
  const session = await openSession(request);
  const query = readQuery(new URLSearchParams());
  for (const view of Object.values(servedViews)) await view({ session, isReadOnly, query });
  session.close();
  return { url: "http://127.0.0.1/", port: 1, ended: Promise.resolve() };
};
