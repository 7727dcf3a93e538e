// Prompt: one short line for a shell prompt, in the built program and in real shells.

import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isBinary, makePlace, type Place, quotedProgram, referenceText } from "../support/program.js";
import { makeRepository } from "../support/repository.js";
import { canRun } from "../support/run-program.js";
import { hasTerminal, openTerminal } from "../support/terminal.js";

const halfWay = readFileSync(new URL("../fixtures/half-way.md", import.meta.url), "utf8");
const env = { ROADMAP_TODAY: "2026-11-30" };

function tableOf(...rows: readonly string[]): string {
  return ["| Topic | Status | Started | Due |", "|---|---|---|---|", ...rows.map((row) => `| ${row} |`), ""].join("\n");
}

async function promptOf(text: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const { stdout, stderr, exitCode } = await makePlace(text).runWith({ env: { ...env, ...more } }, "prompt");
  expect([stderr, exitCode]).toEqual(["", 0]);
  return stdout;
}

test.each([
  ["half way", halfWay, /^\d+\/35 ◐ connection \d+d\n$/],
  ["a fresh file", referenceText, /^0\/36\n$/],
  ["skipped topics, which do not count", tableOf("A | Done | |", "B | Skipped | |"), /^1\/1 ✓\n$/],
  ["started today", tableOf("Kafka | In Progress | 2026-11-30 |"), /^0\/1 ◐ kafka today\n$/],
  ["started on an unknown day", tableOf("Kafka | In Progress | |"), /^0\/1 ◐ kafka\n$/],
  [
    "overdue",
    tableOf("Kafka | In Progress | 2026-11-18 | 2026-11-20", "B | | | 2026-11-29"),
    /^0\/2 ◐ kafka 12d, 2 overdue\n$/,
  ],
  ["overdue, nothing in progress", tableOf("Kafka | | | 2026-11-20"), /^0\/1, 1 overdue\n$/],
  ["tasks only", "## Phase 1\n\n- [x] read\n- [/] write a parser\n", /^1\/2 \[\/\] write\n$/],
  ["topics and tasks, which are never summed", `${tableOf("A | Done | |")}\n- [ ] read\n`, /^1\/1 ✓\n$/],
  ["no topic and no task", "# Plan\n", /^0\/0\n$/],
  [
    "front matter",
    `---\nroadmap:\n  columns: { topic: Mood }\n---\n| Mood | Status |\n|-|-|\n| Kafka | wip |\n`,
    /^0\/1 ◐ kafka\n$/,
  ],
])("the prompt of %s", async (_, text, line) => {
  expect(await promptOf(text)).toMatch(line);
});

test.each(["Rust & `x`", "100% $(touch pwned) %F{red}", "\\[\\e]0;x\\a\\] !!", "学习容器编排", "$HOME $(HOME)"])(
  "no shell expands anything of the name %j",
  async (name) => {
    expect(await promptOf(tableOf(`${name} | In Progress | |`))).toMatch(/^0\/1 ◐ [\w \x80-\uffff.-]+\n$/);
  },
);

test("a name that makes the line longer than 40 columns gives way to the number", async () => {
  const rows = Array.from({ length: 1200 }, (_, index) => `Topic ${index} | Done | |`);
  const late = Array.from({ length: 12 }, (_, index) => `Late ${index} | | | 2026-01-02`);
  const line = await promptOf(tableOf(...rows, "Internationalization | In Progress | 2026-01-01 |", ...late));
  expect(line).toBe("1200/1213 ◐ 1201 333d, 12 overdue\n");
});

test("in ASCII, the sign is ASCII", async () => {
  expect(await promptOf(halfWay, { LC_ALL: "C" })).toMatch(/^\d+\/35 > connection/);
});

test("without a roadmap, or if it cannot be read, nothing is printed and the exit code is 0", async () => {
  const silent = { stdout: "", stderr: "", exitCode: 0 };
  expect(await makePlace({}).run("prompt")).toMatchObject(silent);
  const place = makePlace({ "bad.md": Buffer.from([0xff, 0xfe, 0x41]) });
  expect(await place.run("prompt", "-f", "bad.md")).toMatchObject(silent);
  expect(await place.run("prompt", "-f", "none.md")).toMatchObject(silent);
  expect(await makePlace(halfWay).runWith({ env: { ROADMAP_TODAY: "soon", TZ: "No/Where" } }, "prompt")).toMatchObject(
    silent,
  );
});

test("in a folder that is gone, nothing is printed and the exit code is 0", async ({ skip }) => {
  skip(isBinary, "Bun ends with an error before roadmap starts");
  const place = makePlace({});
  const gone = await place.shell("mkdir gone && cd gone && rmdir ../gone && $ROADMAP prompt");
  expect(gone).toMatchObject({ stdout: "", stderr: "", exitCode: 0 });
});

test("a settings file with problems does not disturb the prompt, and its default file is not shown", async () => {
  const place = makePlace({ "mine.md": halfWay });
  mkdirSync(join(place.env.HOME ?? "", ".config", "roadmap"), { recursive: true });
  mkdirSync(place.path("sub"));
  const text = `{"file": ${JSON.stringify(place.path("mine.md"))}, "hint": 1}`;
  writeFileSync(join(place.env.HOME ?? "", ".config", "roadmap", "config.json"), text);
  expect(await place.runWith({ cwd: "sub" }, "prompt")).toMatchObject({ stdout: "", stderr: "", exitCode: 0 });
});

test("the prompt takes no lock and starts no git", async () => {
  const place = makeRepository({ "roadmap.md": halfWay });
  mkdirSync(place.path("bin"));
  writeFileSync(place.path("bin/git"), "#!/bin/sh\ntouch started\n");
  chmodSync(place.path("bin/git"), 0o755);
  const before = readdirSync(place.folder);
  chmodSync(place.folder, 0o555);
  const path = `${place.path("bin")}:${place.env.PATH}`;
  const ran = await place.runWith({ env: { ...env, PATH: path } }, "prompt");
  chmodSync(place.folder, 0o755);
  expect(ran).toMatchObject({ stderr: "", exitCode: 0 });
  expect(ran.stdout).toContain("connection");
  expect(readdirSync(place.folder)).toEqual(before);
  expect(existsSync(join(place.env.XDG_STATE_HOME ?? "", "roadmap"))).toBe(false);
});

test("with --json, the prompt has its parts, and null without a roadmap", async () => {
  const { stdout } = await makePlace(halfWay).runWith({ env }, "prompt", "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    kind: "prompt",
    text: expect.stringMatching(/^\d+\/35 ◐ connection/),
    roadmap: { counted: "topics", total: 35, overdue: 0, current: { type: "topic", number: 18, short: "connection" } },
  });
  const none = await makePlace({}).run("prompt", "--json");
  expect(JSON.parse(none.stdout)).toMatchObject({ kind: "prompt", text: "", roadmap: null });
});

// The configurations in the documentation, in real shells.

const page = readFileSync(new URL("../../docs/how-to/show-it-in-your-prompt.md", import.meta.url), "utf8");

function configOf(shell: string): string {
  return new RegExp(`## ${shell}\n[^]*?\`\`\`\\w+\n([^]*?)\`\`\``).exec(page)?.[1] ?? "";
}

/** A folder with a topic in progress, and `roadmap` on the path. */
function promptPlace(): Place {
  const place = makePlace(tableOf("A | Done | |", "Kafka | In Progress | 2026-11-18 |"));
  mkdirSync(place.path("bin"));
  writeFileSync(place.path("bin/roadmap"), `#!/bin/sh\nexec ${quotedProgram} "$@"\n`);
  chmodSync(place.path("bin/roadmap"), 0o755);
  return place;
}

const shells: readonly (readonly [name: string, file: string, start: string])[] = [
  ["bash", ".bashrc", "bash --rcfile $HOME/.bashrc -i"],
  ["zsh", ".zshrc", "zsh -i"],
  ["fish", ".config/fish/config.fish", "fish -i"],
];

for (const [shell, file, start] of shells) {
  const isThere = hasTerminal && (await canRun(shell, "--version"));
  test.skipIf(!isThere)(
    `${shell} shows the line with the page's configuration (skipped without ${shell})`,
    async () => {
      const place = promptPlace();
      const path = join(place.env.HOME ?? "", file);
      mkdirSync(join(path, ".."), { recursive: true });
      writeFileSync(path, configOf(shell));
      // Without it, fish starts to generate completions from manuals in the background.
      mkdirSync(join(place.env.HOME ?? "", ".local/share/fish/generated_completions"), { recursive: true });
      const terminal = openTerminal(place, `export PATH=${place.path("bin")}:$PATH ROADMAP_TODAY=2026-11-30; ${start}`);
      await terminal.until("1/2 ◐ kafka 12d");
      terminal.type("cd /", "Enter");
      terminal.type("clear", "Enter");
      await terminal.untilGone("kafka");
      terminal.type("exit", "Enter");
      expect(await terminal.exitCode()).toBe(0);
    },
  );
}

test.skipIf(!(await canRun("starship", "--version")))(
  "starship shows the line with the page's configuration (skipped without starship)",
  () => {
    const place = promptPlace();
    writeFileSync(place.path("starship.toml"), configOf("starship"));
    const printed = execFileSync("starship", ["prompt"], {
      cwd: place.folder,
      encoding: "utf8",
      env: {
        ...place.env,
        ...env,
        PATH: `${place.path("bin")}:${place.env.PATH}`,
        STARSHIP_CONFIG: place.path("starship.toml"),
      },
    });
    expect(printed).toContain("1/2 ◐ kafka 12d");
  },
);
