// Watch: the dashboard follows the file, however it is written, and the terminal is always restored.

import { spawn } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { makePlace, type Place, programCommand, referenceText } from "../support/program.js";
import { canRun } from "../support/run-program.js";
import { hasTerminal, openTerminal, type Terminal } from "../support/terminal.js";
import { tooWide } from "../support/widths.js";

const named = (name: string, more = "") =>
  `# ${name}\n\n| Topic | Phase | Status |\n|---|---|---|\n| a | 1 | Done |\n${more}`;

async function openWatch(text: string, columns = 80): Promise<{ place: Place; terminal: Terminal }> {
  const place = makePlace(text);
  const terminal = openTerminal(place, "echo before; $ROADMAP watch", columns);
  await terminal.until("press q to quit");
  return { place, terminal };
}

/** Restored: the main screen, with a cursor, and keys that are echoed as lines. */
async function expectGivenBack(terminal: Terminal): Promise<void> {
  expect(terminal.says("#{alternate_on} #{cursor_flag} #{wrap_flag}")).toBe("0 1 1");
  expect(terminal.text()).toMatch(/^before\n/);
  terminal.type("typed again", "Enter");
  // The terminal echoes it, and `cat`, which has the keys now, prints it.
  await terminal.until("typed again\ntyped again\n");
}

test.skipIf(!hasTerminal)("the dashboard is updated however the file is written", async () => {
  const { place, terminal } = await openWatch(named("First"));
  expect(terminal.text()).toMatch(/^First {2,}Sun 22 Nov 2026\n/);
  place.write(named("In place"));
  await terminal.until("In place  ");
  place.write(named("By renaming"), "new.md");
  renameSync(place.path("new.md"), place.path());
  await terminal.until("By renaming  ");
  rmSync(place.path());
  await terminal.until("roadmap.md does not exist; showing the last version that could be read");
  expect(terminal.text()).toMatch(/^By renaming {2,}Sun 22 Nov 2026\n/);
  place.write(named("Made anew"));
  await terminal.until("Made anew  ");
  expect(terminal.text()).not.toContain("does not exist");
  place.write(named("Behind a link"), "target.md");
  symlinkSync("target.md", place.path("link"));
  renameSync(place.path("link"), place.path());
  await terminal.until("Behind a link  ");
  place.write(named("Through the link"), "target.md");
  await terminal.until("Through the link  ");
  terminal.type("q");
  expect(await terminal.exitCode()).toBe(0);
  await expectGivenBack(terminal);
});

test.skipIf(!hasTerminal)("a line as wide as the terminal is shown up to its last character", async () => {
  const { terminal } = await openWatch(named(`${"x".repeat(39)}Z`), 40);
  expect(terminal.text()).toMatch(/^x{39}Z\n/);
});

test.skipIf(!hasTerminal)("a replaced folder of the path is noticed", async () => {
  const place = makePlace({});
  for (const version of ["one", "two"]) {
    mkdirSync(place.path(version));
    writeFileSync(place.path(`${version}/plan.md`), named(`Version ${version}`));
  }
  mkdirSync(place.path("data"));
  symlinkSync("../one", place.path("data/now"));
  symlinkSync("data/now/plan.md", place.path("roadmap.md"));
  const terminal = openTerminal(place, "$ROADMAP watch");
  await terminal.until("Version one  ");
  symlinkSync("../two", place.path("data/next"));
  renameSync(place.path("data/next"), place.path("data/now"));
  await terminal.until("Version two  ");
});

test.skipIf(!hasTerminal)("an unreadable file leaves the last readable state, with the error below", async () => {
  const { place, terminal } = await openWatch(named("Good"));
  place.write(new Uint8Array([0x23, 0x20, 0xff]));
  await terminal.until("roadmap.md is not UTF-8");
  expect(terminal.text()).toMatch(/^Good {2,}Sun 22 Nov 2026\n/);
  place.write(named("Good again \u001b]0;x\u0007"));
  await terminal.until("Good again ^[]0;x^G  ");
  expect(terminal.text()).not.toContain("UTF-8");
});

test.skipIf(!hasTerminal)("a half written file is not shown", async () => {
  const text = named("Whole", "| b | 1 | |\n");
  const { place, terminal } = await openWatch(text);
  expect(terminal.text()).toContain("1/2");
  const seen: string[] = [];
  for (let round = 0; round < 5; round++) {
    place.write(text.slice(0, text.indexOf("| b")));
    seen.push(terminal.text());
    place.write("");
    seen.push(terminal.text());
    place.write(text);
  }
  expect(seen.filter((shown) => !shown.includes("1/2"))).toEqual([]);
  // A file that stays short is accepted as it is.
  place.write(text.slice(0, text.indexOf("| b")));
  await terminal.until("1/1");
});

test.skipIf(!hasTerminal)("every frame fits the size of the terminal", async () => {
  const { terminal } = await openWatch(referenceText);
  for (const [columns, rows] of [
    [20, 10],
    [40, 24],
    [140, 60],
    [20, 2],
    [80, 1],
  ] as const) {
    terminal.resize(columns, rows);
    if (rows > 20) await terminal.until(rows > 40 ? "→ roadmap" : "press q");
    await terminal.until(columns < 35 ? "…" : "press q to quit");
    expect(tooWide(terminal.text(), columns)).toEqual([]);
    expect(terminal.text().trimEnd().split("\n").length).toBeLessThanOrEqual(rows);
  }
});

test.skipIf(!hasTerminal).each([
  ["C-c", 0],
  ["Escape", 0],
  ["C-d", 0],
])("%s ends watch and restores the terminal", async (key, code) => {
  const { terminal } = await openWatch(named("Plan"));
  terminal.type(key);
  expect(await terminal.exitCode()).toBe(code);
  await expectGivenBack(terminal);
});

test.skipIf(!hasTerminal).each([
  ["TERM", 143],
  ["INT", 130],
])("SIG%s ends watch like any program, and the terminal is restored", async (signal, code) => {
  const { place, terminal } = await openWatch(named("Plan"));
  const pid = Number(terminal.says("#{pane_pid}"));
  await place.shell(`kill -${signal} $(ps -o pid= --ppid ${pid})`);
  expect(await terminal.exitCode()).toBe(code);
  await expectGivenBack(terminal);
});

test.skipIf(!hasTerminal)("Ctrl-Z restores the terminal for a while, and fg takes it over again", async () => {
  const place = makePlace(named("Plan"));
  const terminal = openTerminal(place, "bash --norc --noprofile -i");
  terminal.type("PS1='rea''dy> '; $ROADMAP watch", "Enter");
  await terminal.until("press q to quit");
  terminal.type("C-z");
  await terminal.until("Stopped");
  expect(terminal.says("#{alternate_on} #{cursor_flag}")).toBe("0 1");
  place.write(named("While it slept"));
  terminal.type("fg", "Enter");
  await terminal.until("While it slept  ");
  terminal.type("q");
  await terminal.untilGone("press q to quit");
  expect(terminal.says("#{alternate_on} #{cursor_flag}")).toBe("0 1");
});

test("without a terminal, watch says so, and suggests alternatives", async () => {
  const place = makePlace(named("Plan"));
  const { stdout, stderr, exitCode } = await place.run("watch");
  expect([stdout, exitCode]).toEqual(["", 2]);
  expect(stderr).toContain("watch needs a terminal");
  expect(stderr).toContain("roadmap watch --json");
  expect((await place.run("watch", "--json", "-f", "none.md")).exitCode).toBe(3);
});

/** Lines as printed by `watch --json`. */
function startJson(place: Place, { command, args } = programCommand("watch", "--json")) {
  // In its own process group: faketime starts the program as a child, which would survive it.
  const child = spawn(command, args, { cwd: place.folder, env: place.env, detached: true });
  onTestFinished(() => {
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    if (child.pid !== undefined && !hasEnded) process.kill(-child.pid, "SIGKILL");
  });
  const ended = new Promise<[number | null, string | null]>((resolve) => {
    child.on("close", (code, signal) => resolve([code, signal]));
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const errors = createInterface({ input: child.stderr })[Symbol.asyncIterator]();
  const next = async (from: typeof lines) => JSON.parse((await from.next()).value ?? "null");
  return { child, ended, line: () => next(lines), error: () => next(errors) };
}

test("with --json, each change is a line, each error is one on stderr, and a signal ends watch", async () => {
  const place = makePlace(named("One"));
  const { child, ended, line, error } = startJson(place);
  expect(await line()).toMatchObject({ kind: "dashboard", title: "One", file: "roadmap.md" });
  place.write(named("Two"));
  expect(await line()).toMatchObject({ kind: "dashboard", title: "Two" });
  rmSync(place.path());
  expect(await error()).toMatchObject({ kind: "error", code: "FILE_NOT_FOUND" });
  place.write(named("Three"));
  expect(await line()).toMatchObject({ title: "Three" });
  child.kill("SIGTERM");
  expect(await ended).toEqual([null, "SIGTERM"]);
});

test("with --json, watch ends when the reader closes the pipe", async () => {
  const place = makePlace(named("One"));
  const { child, ended, line } = startJson(place);
  await line();
  child.stdout.destroy();
  place.write(named("Two"));
  expect(await ended).toEqual([0, null]);
});

const hasFaketime = await canRun("faketime", "-f", "@2026-11-22 12:00:00", "true");

test.skipIf(!hasFaketime)("at midnight, the days are counted again", async () => {
  const text = "| Topic | Status | Started |\n|---|---|---|\n| a | In Progress | 2026-11-20 |\n";
  const place = makePlace(text);
  const { ROADMAP_TODAY: _, ...env } = place.env;
  const { command, args } = programCommand("watch", "--json");
  const late = { command: "faketime", args: ["-f", "@2026-11-22 23:59:58", command, ...args] };
  const { line } = startJson({ ...place, env: { ...env, TZ: "UTC" } }, late);
  expect((await line()).next[0].days).toBe(2);
  expect((await line()).next[0].days).toBe(3);
});
