// Config: every setting with its source; nothing is written.

import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makePlace } from "../support/program.js";
import { makeRepository } from "../support/repository.js";
import { tooWide } from "../support/widths.js";

const textWithSettings = `---
title: Plan
roadmap:
  columns: { topic: Skill }
  status:
    done: [Erledigt, "\\e[31m"]
  commit: true
  weekly: 6
  dates: nonsense
---
| Skill | Status |
|---|---|
| a | |
`;

function row(stdout: string, name: string): string {
  return new RegExp(`^  ${name} +(.*)$`, "m").exec(stdout)?.[1] ?? "";
}

test("settings in the front matter are shown with their lines, all others as defaults", async () => {
  const place = makePlace(textWithSettings);
  const { stdout, stderr, exitCode } = await place.run("config");
  const note = "note: settings in the front matter are ignored (line 9): run `roadmap doctor`\n";
  expect([stderr, exitCode]).toEqual([note, 0]);
  expect(row(stdout, "columns")).toBe("topic: Skill  front matter, line 4");
  expect(row(stdout, "status")).toBe("done: Erledigt, ^[[31m  front matter, line 5");
  expect(row(stdout, "commit")).toBe("every change is committed  front matter, line 7");
  expect(row(stdout, "weekly")).toBe("6 topics per week  front matter, line 8");
  expect(row(stdout, "dates")).toContain("  default");
  expect(row(stdout, "phases")).toContain("  default");
  const data = JSON.parse((await place.run("config", "--json")).stdout);
  expect(data.settings).toMatchObject({ columns: { topic: ["Skill"] }, commit: true, weekly: 6, dates: null });
  expect(data.lines).toEqual({ columns: 4, status: 5, commit: 7, weekly: 8 });
  expect(place.read()).toBe(textWithSettings);
});

test("the line of a setting is that of its own key, not of another key with the same name", async () => {
  const place = makePlace(
    '---\nroadmap:\n  status: { done: weekly }\n  "columns":\n    weekly: x\n  # weekly: 3\n  weekly: 2\n---\n',
  );
  expect(JSON.parse((await place.run("config", "--json")).stdout).lines).toEqual({ status: 3, columns: 4, weekly: 7 });
});

test("variables are shown where they apply, and where they are invalid", async () => {
  const place = makePlace({ "other.md": textWithSettings });
  const env = {
    ROADMAP_FILE: "other.md",
    XDG_CACHE_HOME: undefined,
    ROADMAP_LOCK_WAIT_MS: "50",
    ROADMAP_GIT_WAIT_MS: "soon",
    NO_COLOR: "1",
    COLUMNS: "90",
  };
  const { stdout } = await place.runWith({ env }, "config");
  expect(row(stdout, "file")).toBe("other.md  $ROADMAP_FILE");
  expect(row(stdout, "today")).toBe("2026-11-22  $ROADMAP_TODAY");
  expect(row(stdout, "lock timeout")).toBe("0.05 s  $ROADMAP_LOCK_WAIT_MS");
  expect(row(stdout, "commit timeout")).toBe("120 s  default: $ROADMAP_GIT_WAIT_MS is not a number");
  expect(row(stdout, "undo")).toBe(`${place.env.XDG_STATE_HOME}/roadmap  $XDG_STATE_HOME`);
  expect(row(stdout, "cache")).toBe(`${place.env.HOME}/.cache/roadmap  default`);
  expect(row(stdout, "color")).toBe("no  $NO_COLOR");
  expect(row(stdout, "width")).toBe("90 columns  $COLUMNS");
  const { environment } = JSON.parse((await place.runWith({ env }, "config", "--json")).stdout);
  expect(environment).toMatchObject({ ROADMAP_FILE: "other.md", NO_COLOR: "1", FORCE_COLOR: null });
});

test("a terminal without colors is distinguished from no terminal", async () => {
  const env = { NO_COLOR: "", TERM: "dumb" };
  expect(row((await makePlace(textWithSettings).runWith({ env }, "config")).stdout, "color")).toBe("no  $TERM");
});

test("the file is shown with the rule that found it, and its resolved path", async () => {
  const place = makePlace({ "README.md": textWithSettings, "real.md": textWithSettings });
  expect((await place.run("config")).stdout).toMatch(
    /^ {2}file +README\.md {2}no roadmap\.md found; this README has a topic table/m,
  );
  symlinkSync("real.md", place.path("roadmap.md"));
  const { stdout } = await place.run("config");
  expect(stdout).toMatch(/^ {2}file +roadmap\.md {2}the nearest one /m);
  expect(stdout).toContain(`${join(place.folder, "real.md")}  resolved path`);
  expect((await place.run("config", "-f", "real.md")).stdout).toMatch(/^ {2}file +real\.md {2}--file$/m);
  expect((await place.run("config", "-f", "none.md")).exitCode).toBe(3);
});

test("without a roadmap, all other settings are shown", async () => {
  const { stdout, exitCode } = await makePlace({}).run("config");
  expect(exitCode).toBe(0);
  expect(row(stdout, "file")).toContain("none");
  expect(row(stdout, "lock timeout")).toBe("10 s  default");
  expect(stdout).not.toContain("Front matter");
});

test("the configuration of git is shown", async () => {
  const place = makeRepository();
  expect(row((await place.run("config")).stdout, "git")).toMatch(/^merges by line /);
  await place.run("git", "install");
  expect(row((await place.run("config")).stdout, "git")).toMatch(/^merges and diffs by topic and task /);
  const { gitInstall } = JSON.parse((await place.run("config", "--json")).stdout);
  expect(gitInstall.map(({ state }: { state: string }) => state)).toEqual(["there", "there", "there", "there"]);
});

test("config fits a terminal of 20 columns", async () => {
  const { stdout } = await makePlace(textWithSettings).runWith({ env: { COLUMNS: "20" } }, "config");
  expect(tooWide(stdout.replaceAll(/^ *\/.*$/gm, ""), 20)).toEqual([]);
});
