// The browser: which program opens a page, what it is given, and what a failure says.

import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { findBrowser, openInBrowser } from "../../src/store/open-in-browser.js";
import { makeTempFolder } from "../support/temp-folder.js";

/** A folder with programs that save their arguments in `args`, and then run the given shell line. */
function folderOf(programs: Readonly<Record<string, string>>): string {
  const folder = makeTempFolder();
  for (const [name, line] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\nprintf '%s\\n' "$@" >> "${folder}/args"\n${line}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

const url = "https://example.org/a?b=1&c=$(touch%20x)'#part";

test("each system has its own program, and $BROWSER wins if it is a program without arguments", () => {
  const PATH = folderOf({ "xdg-open": "", open: "", firefox: "" });
  const programOf = (env: Readonly<Record<string, string>>, platform: NodeJS.Platform = "linux") =>
    findBrowser({ PATH, ...env }, platform)?.program ?? null;
  expect(programOf({})).toBe("xdg-open");
  expect(programOf({}, "darwin")).toBe("open");
  expect(findBrowser({ PATH }, "win32")).toEqual({ program: "rundll32", args: ["url.dll,FileProtocolHandler"] });
  expect(programOf({ BROWSER: "firefox" })).toBe("firefox");
  expect(programOf({ BROWSER: join(PATH, "firefox") }, "darwin")).toBe(join(PATH, "firefox"));
  for (const BROWSER of [
    "",
    " ",
    "nowhere",
    "firefox -P me",
    "firefox %s",
    "firefox;ls",
    "./firefox",
    "../bin/firefox",
  ])
    expect([BROWSER, programOf({ BROWSER })]).toEqual([BROWSER, "xdg-open"]);
  expect(programOf({ PATH: "/nowhere" })).toBe(null);
});

test("the browser gets the URL as its only argument, and no shell reads it", async () => {
  const folder = folderOf({ "xdg-open": "" });
  await openInBrowser(url, { PATH: `${folder}:/usr/bin:/bin` });
  expect(readFileSync(join(folder, "args"), "utf8")).toBe(`${url}\n`);
  expect(existsSync("x")).toBe(false);
});

test("a browser that keeps running counts as opened and is not ended", async () => {
  const folder = folderOf({ firefox: 'cd "$(dirname "$0")"; cat pipe >> args' });
  execFileSync("mkfifo", [join(folder, "pipe")]);
  await openInBrowser(url, { PATH: "/usr/bin:/bin", BROWSER: join(folder, "firefox") });
  const args = () => readFileSync(join(folder, "args"), "utf8");
  expect(args()).toBe(`${url}\n`);
  writeFileSync(join(folder, "pipe"), "still there\n");
  await vi.waitFor(() => expect(args()).toBe(`${url}\nstill there\n`));
});

test("without a browser, or if it fails, the error says the URL", async () => {
  await expect(openInBrowser(url, { PATH: "/nowhere" })).rejects.toMatchObject({
    code: "NO_BROWSER",
    hint: `open ${url} yourself, or set $BROWSER`,
  });
  const folder = folderOf({ "xdg-open": "exit 3" });
  await expect(openInBrowser(url, { PATH: `${folder}:/usr/bin:/bin` })).rejects.toMatchObject({
    code: "BROWSER_FAILED",
    message: "xdg-open could not open the page: it exited with code 3",
    hint: `open ${url} yourself, or choose another browser with $BROWSER`,
  });
  mkdirSync(join(folder, "bad"));
  writeFileSync(join(folder, "bad", "xdg-open"), "\0\0not a program");
  chmodSync(join(folder, "bad", "xdg-open"), 0o755);
  await expect(openInBrowser(url, { PATH: join(folder, "bad") })).rejects.toMatchObject({ code: "BROWSER_FAILED" });
});

test("nothing but pages and files is opened", async () => {
  for (const bad of ["javascript:alert(1)", "-h", "ssh://host", "/etc/passwd"])
    await expect(openInBrowser(bad, {})).rejects.toThrow(RangeError);
});
