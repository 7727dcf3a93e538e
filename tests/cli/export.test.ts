// Export: every format to stdout or to its own file, never overwriting other files.

import { chmodSync, existsSync, linkSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { makePlace, type Place, referenceText, repairedText } from "../support/program.js";
import { makeRepository } from "../support/repository.js";

test("printed and written exports are the same bytes every time", async () => {
  const place = makePlace(referenceText);
  await place.run("start", "http");
  for (const format of ["json", "csv", "ics", "mermaid", "svg", "html"]) {
    const { stdout, stderr, exitCode } = await place.run("export", format);
    expect([stderr, exitCode]).toEqual(["", 0]);
    expect((await place.run("export", format, "-o", `out.${format}`)).stdout).toBe(`✓ out.${format}   written\n`);
    expect(place.read(`out.${format}`)).toBe(stdout);
    expect((await place.run("export", format, "-o", `out.${format}`)).stdout).toBe(`· out.${format}   up to date\n`);
  }
  expect(readdirSync(place.folder).sort()).toEqual([
    "out.csv",
    "out.html",
    "out.ics",
    "out.json",
    "out.mermaid",
    "out.svg",
    "roadmap.md",
  ]);
});

test("an export replaces only an older export of its kind, except with --force", async () => {
  const place = makePlace({ "roadmap.md": referenceText, "mine.svg": "<svg/>", "README.md": "# Mine\n" });
  await place.run("export", "svg", "-o", "card.svg");
  await place.run("finish", "http");
  expect((await place.run("export", "svg", "-o", "card.svg")).stdout).toBe("✓ card.svg   updated\n");
  for (const [format, file] of [
    ["svg", "mine.svg"],
    ["json", "README.md"],
    ["csv", "card.svg"],
  ] as const) {
    const before = place.read(file);
    const { stderr, exitCode } = await place.run("export", format, "-o", file);
    expect([stderr, exitCode]).toEqual([
      `roadmap: ${file} exists and was not written by \`roadmap export ${format}\`\n  choose another file, or use --force, which replaces the content of this one\n`,
      1,
    ]);
    expect(place.read(file)).toBe(before);
  }
  expect((await place.run("export", "svg", "-o", "mine.svg", "--force")).exitCode).toBe(0);
  expect(place.read("mine.svg")).toBe(place.read("card.svg"));
});

test("an export never replaces the roadmap itself, whatever its path, even with --force", async () => {
  const place = makePlace(referenceText);
  linkSync(place.path(), place.path("hard.md"));
  symlinkSync("roadmap.md", place.path("soft.md"));
  for (const name of ["roadmap.md", "./roadmap.md", "hard.md", "soft.md"]) {
    const { stderr, exitCode } = await place.run("export", "json", "-o", name, "--force");
    expect([stderr, exitCode]).toEqual([expect.stringContaining("is the roadmap itself"), 2]);
  }
  expect(place.read()).toBe(referenceText);
});

test("if no file can be written, an error says so, and no leftovers remain", async () => {
  const place = makePlace(referenceText);
  mkdirSync(place.path("folder"));
  symlinkSync("nowhere", place.path("dangling"));
  for (const [name, exitCode] of [
    ["folder", 4],
    ["none/out.svg", 3],
    ["roadmap.md/out.svg", 3],
    [`${"long".repeat(100)}.svg`, 7],
    ["dangling", 3],
  ] as const) {
    const ran = await place.run("export", "svg", "-o", name);
    expect(ran.exitCode, ran.stderr).toBe(exitCode);
    expect(ran.stderr).not.toContain("--file");
  }
  expect(readdirSync(place.folder).sort()).toEqual(["dangling", "folder", "roadmap.md"]);
});

test("a dry run says what would happen to the file, and writes nothing", async () => {
  const place = makePlace(referenceText);
  expect((await place.run("badge", "-o", "b.svg", "-n")).stdout).toBe("✓ b.svg   would be created\n");
  expect(readdirSync(place.folder)).toEqual(["roadmap.md"]);
});

test("--commit commits only that file, and nothing if the last commit has the same", async () => {
  const place = makeRepository();
  place.write("| Topic | Status |\n|---|---|\n| Mine | |\n");
  const { stdout, exitCode } = await place.run("export", "svg", "-o", "card.svg", "--commit");
  expect([stdout, exitCode]).toEqual([expect.stringContaining("on main: roadmap: export svg"), 0]);
  expect([place.message(), place.committed("card.svg")]).toEqual(["roadmap: export svg", place.read("card.svg")]);
  expect(place.status()).toBe(" M roadmap.md\n");
  await place.run("export", "svg", "-o", "card.svg", "--commit");
  expect(place.count()).toBe(2);
  await place.run("badge", "-o", "badge.svg", "--commit");
  expect([place.message(), place.committed("badge.svg")]).toEqual(["roadmap: badge", place.read("badge.svg")]);
});

test("an export that cannot be committed is still written, and the exit code says so", async () => {
  const place = makePlace(referenceText);
  const { stderr, exitCode } = await place.run("badge", "-o", "b.svg", "--commit");
  expect([stderr, exitCode]).toEqual([expect.stringContaining("written, but not committed"), 8]);
  expect(stderr).not.toContain("roadmap commit");
  expect(place.read("b.svg")).toContain("<svg");
});

test.each([
  [["export"], "export: no format given"],
  [["export", "pdf"], 'unknown export format "pdf"'],
  [["export", "svg", "--raw"], "export svg has no option --raw"],
  [["export", "csv", "--force"], "--force requires --write"],
  [["badge", "--commit"], "--commit requires --write"],
  [["export", "svg", "--columns", "40"], "--columns requires --style terminal"],
  [["export", "svg", "--style", "terminal", "--columns", "0"], 'invalid value for --columns: "0"'],
  [["export", "html", "--open"], "--open requires --write"],
  [["export", "svg", "--open", "-o", "a.svg"], "export svg has no option --open"],
])("%j is refused with a hint", async (args, said) => {
  const { stdout, stderr, exitCode } = await makePlace(referenceText).run(...args);
  expect([stdout, exitCode]).toEqual(["", 2]);
  expect(stderr).toContain(said);
});

test("a calendar or Gantt chart without dates is empty, and a hint says how to set one", async () => {
  for (const format of ["ics", "mermaid"]) {
    const { stdout, stderr, exitCode } = await makePlace(referenceText).run("export", format);
    expect([stderr, exitCode]).toEqual([
      "no topic has a date yet\n  run `roadmap start TOPIC` to set the first one\n",
      0,
    ]);
    expect(stdout).not.toBe("");
  }
});

test("a badge of a phase counts that phase, and an unknown phase is refused", async () => {
  const place = makePlace(referenceText);
  await place.run("finish", "http");
  expect((await place.run("badge", "--phase", "4", "--show", "count")).stdout).toContain("<title>Phase 4: 0/3</title>");
  expect((await place.run("badge", "--phase", "seventy")).exitCode).toBe(3);
});

test("a badge counts topics, or tasks if there are no topics or it is told to, and never both", async () => {
  const titleOf = async (text: string, ...args: string[]) =>
    /<title>(.*)<\/title>/.exec((await makePlace(text).run("badge", ...args)).stdout)?.[1];
  const both =
    "| Topic | Status | Phase |\n|---|---|---|\n| A | Done | 1 |\n| B | | 1 |\n\n- [x] a\n- [x] b\n- [ ] c\n";
  expect(await titleOf(both)).toBe("roadmap: 1/2");
  expect(await titleOf(both, "--tasks")).toBe("roadmap: 2/3");
  expect(await titleOf(both, "--phase", "1", "--show", "percent")).toBe("Phase 1: 50%");
  expect(await titleOf(both, "--phase", "1", "--tasks")).toBe("Phase 1: 0/0");
  expect(await titleOf("## Phase 2: Tools\n- [x] a\n- [ ] b\n", "--phase", "tools")).toBe("Phase 2: Tools: 1/2");
  expect(await titleOf("")).toBe("roadmap: 0/0");
});

/** A program that saves its arguments, and exits with that code. */
function browserIn(place: Place, exitCode: number): { BROWSER: string } {
  place.write(`#!/bin/sh\nprintf '%s\\n' "$@" > "${place.path("args")}"\nexit ${exitCode}\n`, "browser");
  chmodSync(place.path("browser"), 0o755);
  return { BROWSER: place.path("browser") };
}

test("--open says which page it opens, and passes it to the browser as one argument", async () => {
  const place = makePlace(referenceText);
  const env = browserIn(place, 0);
  const name = "my page; $(touch x).html";
  const url = pathToFileURL(place.path(name)).href;
  const ran = await place.runWith({ env }, "export", "html", "-o", name, "--open");
  expect(ran).toMatchObject({ stdout: `✓ ${name}   written\n`, stderr: `opening ${url}\n`, exitCode: 0 });
  expect(place.read("args")).toBe(`${url}\n`);
  expect(place.read(name)).toContain("</html>");
});

test("a dry run opens nothing, and the file stays written if no browser can open it", async () => {
  const place = makePlace(referenceText);
  const env = browserIn(place, 3);
  const dry = await place.runWith({ env }, "export", "html", "-o", "a.html", "--open", "-n");
  expect([dry.stderr, dry.exitCode, existsSync(place.path("args"))]).toEqual(["", 0, false]);
  const failed = await place.runWith({ env }, "export", "html", "-o", "a.html", "--open");
  expect([failed.stdout, failed.exitCode]).toEqual(["✓ a.html   written\n", 1]);
  expect(failed.stderr).toContain("could not open the page: it exited with code 3");
  expect(existsSync(place.path("a.html"))).toBe(true);
});

test("a burn-up chart shows how the file grew, as far as commits say so", async () => {
  const place = makeRepository({
    "roadmap.md":
      "| Topic | Started | Finished | Status |\n|---|---|---|---|\n| A | 2026-03-01 | 2026-03-02 | Done |\n",
  });
  await place.run("add", "topic", "B", "--commit");
  const picture = async () => (await place.run("export", "svg", "--style", "burnup")).stdout;
  const made = await picture();
  expect(made).toContain("all topics (1, then 2)");
  expect(await picture()).toBe(made);
});

test("the picture of a terminal has the lines of the dashboard, and names no file", async () => {
  const place = makePlace({ "other name.md": repairedText });
  const { stdout } = await place.run("-f", "other name.md", "export", "svg", "--style", "terminal", "--columns", "60");
  const texts = Array.from(stdout.matchAll(/ x="([\d.]+)" y="\d+" textLength="([\d.]+)">([^<]*)</g));
  expect(texts.map(([, , , text]) => text)).toEqual(expect.arrayContaining(["Next", "Phase 1"]));
  const ends = texts.map(([, x, length]) => Number(x) + Number(length));
  expect(Math.max(...ends)).toBeLessThanOrEqual(18 + 60 * 8.4);
  expect(stdout).not.toContain("other name");
  expect(stdout.length).toBeLessThan(20_000);
});

test("an export of an old version contains what that version says", async () => {
  const place = makeRepository();
  const before = (await place.run("export", "csv")).stdout;
  await place.run("finish", "http", "--commit");
  expect((await place.run("export", "csv", "--at", "HEAD~1")).stdout).toBe(before);
});
