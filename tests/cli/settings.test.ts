// Settings of the user: what they change, what is wrong in their file, who may write it, and how config changes it.

import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { canvasFor } from "../../src/cli/canvas.js";
import type { UserSettings } from "../../src/model/user-settings.js";
import { makePlace, type Place, repairedText } from "../support/program.js";
import { makeRepository } from "../support/repository.js";

const isRoot = process.getuid?.() === 0;

function configOf(place: Place): string {
  return join(place.env.HOME ?? "", ".config", "roadmap", "config.json");
}

function writeConfig(place: Place, text: string, mode = 0o644): string {
  const path = configOf(place);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

const oneTopic = "# Other\n\n| Topic | Status |\n|---|---|\n| Kafka | |\n";

// What the settings change.

test("the default file is used only where no other roadmap is near", async () => {
  const place = makePlace({ "mine.md": oneTopic });
  writeConfig(place, JSON.stringify({ file: place.path("mine.md") }));
  mkdirSync(place.path("sub"));
  const list = async () => JSON.parse((await place.runWith({ cwd: "sub" }, "list", "--json")).stdout);
  expect(await list()).toMatchObject({ file: place.path("mine.md"), topics: [{ name: "Kafka" }] });
  writeFileSync(place.path("sub/roadmap.md"), oneTopic.replace("Kafka", "Near"));
  expect(await list()).toMatchObject({ file: "roadmap.md", topics: [{ name: "Near" }] });
  expect((await place.runWith({ cwd: "sub", env: { ROADMAP_FILE: "../mine.md" } }, "list")).stdout).toContain("Kafka");
});

test("a README with a topic table comes before the default file, and completion offers its names", async () => {
  const place = makePlace({ "README.md": oneTopic.replace("Kafka", "Readme topic") });
  mkdirSync(place.path("sub"));
  writeFileSync(place.path("sub/mine.md"), oneTopic);
  writeConfig(place, JSON.stringify({ file: place.path("sub/mine.md") }));
  expect((await place.run("list")).stdout).toContain("Readme topic");
  const completed = await place.runWith({ cwd: "sub" }, "__complete", "words", "start", "=");
  expect(completed.stdout).toContain("Kafka");
});

test("a path that begins with ~/ is below the home folder", async () => {
  const place = makePlace({});
  writeFileSync(join(place.env.HOME ?? "", "mine.md"), oneTopic);
  writeConfig(place, '{"file": "~/mine.md"}');
  expect(await place.run("finish", "kafka")).toMatchObject({ stderr: "", exitCode: 0 });
  expect(readFileSync(join(place.env.HOME ?? "", "mine.md"), "utf8")).toContain("| Kafka | Done |");
});

test("a default file that is gone is an error with both ways out", async () => {
  const place = makePlace({});
  writeConfig(place, '{"file": "/gone/roadmap.md"}');
  const { stderr, exitCode } = await place.run("list");
  expect(exitCode).toBe(3);
  expect(stderr).toContain("/gone/roadmap.md");
  expect(stderr).toContain("roadmap config unset file");
});

test("init creates a roadmap although the settings name another one", async () => {
  const place = makePlace({ "mine.md": oneTopic });
  mkdirSync(place.path("new"));
  writeConfig(place, JSON.stringify({ file: place.path("mine.md") }));
  expect((await place.runWith({ cwd: "new" }, "init")).exitCode).toBe(0);
  expect(existsSync(place.path("new/roadmap.md"))).toBe(true);
  expect(place.read("mine.md")).toBe(oneTopic);
});

const machine = {
  ...{ args: [], env: { LANG: "C.UTF-8" }, cwd: () => "/", unknownTimeZone: () => undefined },
  ...{ isTerminal: () => true, terminalWidth: () => 80, write: () => true, redrawLine: () => {}, readInput: () => "" },
  openScreen: () => Promise.reject(new Error("no screen")),
  serveWeb: () => Promise.reject(new Error("no server")),
};

function canvasWith(settings: UserSettings, env: Readonly<Record<string, string>> = {}) {
  const request = { stream: "stdout", isWanted: false, settings } as const;
  return canvasFor({ ...machine, env: { ...machine.env, ...env } }, request);
}

test.each([
  [{}, "○"],
  [{ icons: "unicode" }, "○"],
  [{ icons: "ascii" }, "."],
  [{ icons: "emoji" }, "⬜"],
] as const)("with %j, a topic that is not started has the sign %s", async (settings, sign) => {
  expect((await canvasWith(settings)).signs.status["not-started"]).toBe(sign);
});

test("the setting icons is stronger than the locale", async () => {
  expect((await canvasWith({}, { LC_ALL: "C" })).signs.arrow).toBe("->");
  expect((await canvasWith({ icons: "unicode" }, { LC_ALL: "C" })).signs.arrow).toBe("→");
});

test("hints are off with the setting, and ROADMAP_HINTS is stronger", async () => {
  expect((await canvasWith({})).hasHints).toBe(true);
  expect((await canvasWith({ hints: false })).hasHints).toBe(false);
  expect((await canvasWith({ hints: false }, { ROADMAP_HINTS: "1" })).hasHints).toBe(true);
  expect((await canvasWith({ hints: true }, { ROADMAP_HINTS: "0" })).hasHints).toBe(false);
});

test("days are short in a terminal, or as the setting says", async () => {
  expect([(await canvasWith({})).days, (await canvasWith({ dates: "iso" })).days]).toEqual(["short", "iso"]);
});

test("the program draws with the settings in the file", async () => {
  const place = makePlace(repairedText);
  expect((await place.run("next")).stdout).toContain("○ ");
  writeConfig(place, '{"icons": "ascii"}');
  const { stdout } = await place.run("next");
  expect([stdout.includes("○"), /^ +\. +1 /m.test(stdout)]).toEqual([false, true]);
});

// Commits: option, then front matter, then settings.

const inGit = "| Topic | Status |\n|---|---|\n| HTTP | |\n| REST | |\n";

async function commitsAfter(place: Place, ...words: string[]): Promise<number> {
  const before = Number(place.git("rev-list", "--count", "HEAD"));
  expect(await place.run(...words)).toMatchObject({ exitCode: 0 });
  return Number(place.git("rev-list", "--count", "HEAD")) - before;
}

test("with the setting commit, every change is committed, unless an option or the front matter says no", async () => {
  const place = makeRepository({ "roadmap.md": inGit });
  writeConfig(place, '{"commit": true}');
  expect(await commitsAfter(place, "start", "http")).toBe(1);
  expect(await commitsAfter(place, "finish", "http", "--no-commit")).toBe(0);
  const quiet = makeRepository({ "roadmap.md": `---\nroadmap:\n  commit: false\n---\n${inGit}` });
  writeConfig(quiet, '{"commit": true}');
  expect(await commitsAfter(quiet, "start", "http")).toBe(0);
  expect(await commitsAfter(quiet, "start", "rest", "--commit")).toBe(1);
});

test("the setting commit does not override a front matter that commits", async () => {
  const place = makeRepository({ "roadmap.md": `---\nroadmap:\n  commit: true\n---\n${inGit}` });
  writeConfig(place, '{"commit": false}');
  expect(await commitsAfter(place, "start", "http")).toBe(1);
});

test("outside a repository, or for an ignored file, the setting commit changes nothing", async () => {
  const place = makePlace(inGit);
  writeConfig(place, '{"commit": true}');
  expect(await place.run("start", "http")).toMatchObject({ stderr: "", exitCode: 0 });
  const ignored = makeRepository({ "roadmap.md": inGit });
  writeConfig(ignored, '{"commit": true}');
  writeFileSync(ignored.path("mine.md"), inGit);
  writeFileSync(ignored.path(".gitignore"), "mine.md\n");
  expect(await ignored.run("start", "http", "-f", "mine.md")).toMatchObject({ stderr: "", exitCode: 0 });
});

// What is wrong in the file.

test.each([
  ['{\n  "icons": "ascii",\n  "hint": false\n}', 'line 3: unknown setting "hint"', "did you mean hints?"],
  ['{\n  "dates": "long"\n}', "line 2: invalid value for dates", "use short or iso"],
  ['{\n  "file": "roadmap.md"\n}', "line 2: invalid value for file", "an absolute path"],
  ['{\n  "files": ["/a.md", 3]\n}', "line 2: invalid value for files", "a list of absolute paths"],
  ['{\n  "commit": "yes"\n}', "line 2: invalid value for commit", "use true or false"],
  ['{\n  "icons": "ascii"\n  "hints": false\n}', "line 3: not valid JSON", "fix it in an editor"],
  ["[]", "line 1: not a JSON object", "fix it in an editor"],
  ["\0", "line 1: not valid JSON", "fix it in an editor"],
])("%j is told with its line, and the command runs", async (text, message, hint) => {
  const place = makePlace(inGit);
  const path = writeConfig(place, text);
  const { stdout, stderr, exitCode } = await place.run("list");
  expect(exitCode).toBe(0);
  expect(stdout).toContain("HTTP");
  expect(stderr).toContain(`note: ${path}, ${message}`);
  expect(stderr).toContain(hint);
  expect((await place.run("list", "--json")).stderr).toBe("");
  expect(JSON.parse((await place.run("config", "--json")).stdout).user.problems[0].message).toContain(message);
});

test("next to a wrong setting the others apply, and config shows every problem", async () => {
  const place = makePlace({ "mine.md": oneTopic });
  writeConfig(place, `{"file": ${JSON.stringify(place.path("mine.md"))}, "a": 1, "dates": 2, "dates": "iso"}`);
  const { stdout, stderr } = await place.run("list");
  expect(stdout).toContain("Kafka");
  expect(stderr).toContain("`roadmap config` shows");
  expect((await place.run("config")).stderr.match(/^note: .*$/gm)).toHaveLength(3);
});

test("a settings file that is not UTF-8, too large, or a folder is told", async () => {
  const place = makePlace(inGit);
  const path = configOf(place);
  mkdirSync(path, { recursive: true });
  expect((await place.run("list")).stderr).toContain(`note: ${path} is not a file`);
  const other = makePlace(inGit);
  writeFileSync(writeConfig(other, ""), Buffer.from([0x7b, 0xff, 0x7d]));
  expect((await other.run("list")).stderr).toContain("is not a UTF-8 text");
  writeConfig(other, " ".repeat(70_000));
  expect((await other.run("list")).stderr).toContain("at most 64 KiB");
});

// Trust.

const planted = '{"commit": true, "icons": "ascii"}';

test.skipIf(!isRoot)("settings that another user owns are not read (skipped unless root)", async () => {
  const place = makePlace(inGit);
  const path = writeConfig(place, planted);
  chownSync(path, 65_534, 65_534);
  const { stderr, exitCode } = await place.run("list");
  expect([stderr.replace(/\s+/g, " "), exitCode]).toEqual([expect.stringContaining("it belongs to another user"), 0]);
  expect(JSON.parse((await place.run("config", "--json")).stdout).user.settings).toEqual({});
  expect((await place.run("config", "set", "icons", "emoji")).exitCode).toBe(7);
  expect(readFileSync(path, "utf8")).toBe(planted);
});

test("settings that everyone can change are not read", async () => {
  const place = makePlace(inGit);
  writeConfig(place, planted, 0o666);
  expect((await place.run("list")).stderr.replace(/\s+/g, " ")).toContain("it can be changed by another user");
  expect(JSON.parse((await place.run("config", "--json")).stdout).user.settings).toEqual({});
});

test("settings in a folder that everyone can change are not read", async () => {
  const place = makePlace(inGit);
  const open = place.path("open");
  mkdirSync(join(open, "roadmap"), { recursive: true });
  writeFileSync(join(open, "roadmap", "config.json"), planted);
  chmodSync(open, 0o777);
  const { stderr } = await place.runWith({ env: { XDG_CONFIG_HOME: open } }, "list");
  expect(stderr.replace(/\s+/g, " ")).toContain(
    "can be changed by other users; set XDG_CONFIG_HOME".replace("; ", " "),
  );
});

test("a link into a folder of dotfiles is followed, and its file is replaced, not the link", async () => {
  const place = makePlace(inGit);
  writeFileSync(place.path("dotfile.json"), '{"icons": "ascii"}\n');
  mkdirSync(dirname(configOf(place)), { recursive: true });
  symlinkSync(place.path("dotfile.json"), configOf(place));
  expect(await place.run("config", "set", "dates", "iso")).toMatchObject({ stderr: "", exitCode: 0 });
  expect(place.read("dotfile.json")).toBe('{"icons": "ascii",\n  "dates": "iso"}\n');
  expect(execFileSync("readlink", [configOf(place)], { encoding: "utf8" }).trim()).toBe(place.path("dotfile.json"));
});

test("a repository sets none of the settings of the user", async () => {
  const place = makePlace({ "roadmap.md": `---\nroadmap:\n  icons: ascii\n  file: x.md\n---\n${inGit}` });
  for (const folder of [".config/roadmap", "roadmap", ".roadmap"]) {
    mkdirSync(place.path(folder), { recursive: true });
    writeFileSync(place.path(`${folder}/config.json`), planted);
  }
  writeFileSync(place.path("config.json"), planted);
  const ran = await place.runWith({ env: { XDG_CONFIG_HOME: ".config" } }, "config", "--json");
  expect(JSON.parse(ran.stdout).user.settings).toEqual({});
});

// config set and unset.

test("config set creates the folder and a private file, and config shows the line", async () => {
  const place = makePlace(inGit);
  const { stdout, exitCode } = await place.run("config", "set", "icons", "ascii");
  expect([stdout, exitCode]).toEqual([`✓ icons is ascii\n  (default) → ascii\n  ${configOf(place)}\n`, 0]);
  expect(readFileSync(configOf(place), "utf8")).toBe('{\n  "icons": "ascii"\n}\n');
  expect(statSync(configOf(place)).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(configOf(place))).mode & 0o777).toBe(0o700);
  expect((await place.run("config")).stdout).toMatch(/^ {2}icons +ascii {2}line 2$/m);
});

test("config set and unset keep unknown keys and the layout of the file", async () => {
  const place = makePlace(inGit);
  const text = '{ "theme" : 1.0,\n\t"icons":"emoji" }\n';
  writeConfig(place, text, 0o640);
  await place.run("config", "set", "icons", "ascii");
  expect(readFileSync(configOf(place), "utf8")).toBe(text.replace("emoji", "ascii"));
  expect(statSync(configOf(place)).mode & 0o777).toBe(0o640);
  await place.run("config", "unset", "icons");
  expect(readFileSync(configOf(place), "utf8")).toBe('{ "theme" : 1.0 }\n');
});

test("config set takes paths of this folder, words for true and false, and several files", async () => {
  const place = makePlace({ "a.md": oneTopic, "b.md": oneTopic });
  await place.run("config", "set", "file", "a.md");
  await place.run("config", "set", "files", "a.md", "b.md");
  await place.run("config", "set", "hints", "off");
  expect(JSON.parse(readFileSync(configOf(place), "utf8"))).toEqual({
    file: place.path("a.md"),
    files: [place.path("a.md"), place.path("b.md")],
    hints: false,
  });
});

test("settings that several processes set at the same time are all kept", async () => {
  const place = makePlace({ "a.md": oneTopic });
  for (let round = 0; round < 4; round++) {
    await place.run("config", "unset", "icons");
    await place.run("config", "unset", "dates");
    const changes = [
      ["icons", "ascii"],
      ["dates", "iso"],
      ["hints", round % 2 === 0 ? "off" : "on"],
    ];
    const ran = await Promise.all(changes.map((change) => place.run("config", "set", ...change)));
    expect(ran.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(changes.map(() => [0, ""]));
    const kept = JSON.parse(readFileSync(configOf(place), "utf8"));
    expect(kept).toEqual({ icons: "ascii", dates: "iso", hints: round % 2 === 1 });
  }
  expect(readdirSync(dirname(configOf(place)))).toEqual(["config.json"]);
});

test("doing it twice, or in a dry run, writes nothing", async () => {
  const place = makePlace(inGit);
  expect((await place.run("config", "set", "icons", "ascii", "-n")).stdout).toContain("nothing was written");
  expect(existsSync(configOf(place))).toBe(false);
  expect((await place.run("config", "unset", "icons")).stdout).toBe("icons already is not set; nothing was changed\n");
  await place.run("config", "set", "icons", "ascii");
  expect((await place.run("config", "set", "icons", "ascii")).stdout).toContain("icons already is ascii");
});

test.each([
  [["config", "set"], 2, "no setting given"],
  [["config", "set", "icon", "ascii"], 2, "did you mean icons?"],
  [["config", "set", "icons"], 2, "use unicode, ascii, emoji"],
  [["config", "set", "icons", "round"], 2, 'invalid value for icons: "round"'],
  [["config", "set", "hints", "yes", "no"], 2, 'invalid value for hints: "yes no"'],
  [["config", "set", "file", "none.md"], 3, "none.md does not exist"],
  [["config", "unset", "icons", "ascii"], 2, "roadmap config unset icons"],
  [["config", "sett", "icons"], 2, "did you mean `roadmap config set`?"],
])("%j is an error with a way out", async (words, exitCode, text) => {
  const place = makePlace(inGit);
  const ran = await place.run(...words);
  expect(ran.exitCode).toBe(exitCode);
  expect(ran.stderr).toContain(text);
  expect(existsSync(configOf(place))).toBe(false);
});

test.each(["{", '{"icons": "ascii", "icons": "emoji"}', "[]"])(
  "config set does not change the broken file %j",
  async (text) => {
    const place = makePlace(inGit);
    writeConfig(place, text);
    expect(await place.run("config", "set", "icons", "unicode")).toMatchObject({ exitCode: 4 });
    expect(readFileSync(configOf(place), "utf8")).toBe(text);
  },
);

test("without a home folder there are no settings, and config set says what to do", async () => {
  const place = makePlace(inGit);
  const env = { HOME: "relative" };
  const ran = await place.runWith({ env }, "list");
  expect(ran).toMatchObject({ stderr: "", exitCode: 0 });
});
