// open: which link of a topic or task is opened, in a real browser program or printed, and what is refused.

import { chmodSync, existsSync } from "node:fs";
import { expect, test } from "vitest";
import { makePlace, type Place } from "../support/program.js";
import { hasPty, runOnPty } from "../support/pty.js";

const roadmap = `| Topic | Status | Resources | Proof |
|---|---|---|---|
| One link | | see [the RFC](https://www.rfc-editor.org/rfc/rfc9110#name-methods), and notes.md | |
| Several | | https://a.example/x?y=1&z=$(touch%20hacked) www.b.example | https://c.example/pull/1 |
| Same twice | | https://a.example <https://a.example> | |
| Secret | | https://me:word@a.example/ | |
| Escaped | | [x](https://d.example/a\\_b?c=1&amp;d=2) | |
| None | | [a file](notes.md), [script](javascript:alert), mailto:a@b.example, ftp://a.example | |

- [ ] read [the book](https://book.example/), twice
- [ ] write
`;

/** With a browser that saves its arguments. */
function withBrowser(): Place {
  const place = makePlace({ "roadmap.md": roadmap, browser: '#!/bin/sh\nprintf "%s\\n" "$@" > opened\n' });
  chmodSync(place.path("browser"), 0o755);
  return place;
}

test.each([
  [["one", "link"], "https://www.rfc-editor.org/rfc/rfc9110#name-methods"],
  [["same", "twice"], "https://a.example/"],
  [["secret"], "https://a.example/"],
  [["escaped"], "https://d.example/a_b?c=1&d=2"],
  [["several", "--proof"], "https://c.example/pull/1"],
  [["several", "--link", "2"], "http://www.b.example/"],
  [["several", "--link", "3"], "https://c.example/pull/1"],
  [["t1"], "https://book.example/"],
  [["2", "--link", "1"], "https://a.example/x?y=1&z=$(touch%20hacked)"],
])("without a terminal, `open %j` prints the URL and opens nothing", async (words, url) => {
  const place = withBrowser();
  const ran = await place.runWith({ env: { BROWSER: place.path("browser") } }, "open", ...words);
  expect(ran).toEqual({ stdout: `${url}\n`, stderr: "", exitCode: 0, signal: null });
  expect(existsSync(place.path("opened"))).toBe(false);
  const json = JSON.parse((await place.run("open", ...words, "--json")).stdout);
  expect(json).toMatchObject({ kind: "open", url, subject: { type: words[0] === "t1" ? "task" : "topic" } });
});

test("several links are not guessed at: each is listed with the command that opens it", async () => {
  const place = withBrowser();
  const { stdout, stderr, exitCode } = await place.run("open", "several");
  expect([stdout, exitCode]).toEqual(["", 3]);
  expect(stderr).toContain('"Several" has 3 links\n');
  const commands = Array.from(stderr.matchAll(/`roadmap (open [^`]+)` opens (\S+) \((\w+)\)/g));
  expect(commands.map(([, , , column]) => column)).toEqual(["resources", "resources", "proof"]);
  for (const [, command = "", url] of commands)
    expect((await place.shell(`$ROADMAP ${command}`)).stdout).toBe(`${url}\n`);
});

test("of many links, five are listed and the others counted", async () => {
  const links = Array.from({ length: 400 }, (_, index) => `https://a.example/${index + 1}`).join(" ");
  const place = makePlace(`| Topic | Status | Resources |\n|---|---|---|\n| Many | | ${links} |\n`);
  const { stderr } = await place.run("open", "many");
  expect(stderr).toContain('"Many" has 400 links\n');
  expect(stderr.replace(/\s+/g, " ")).toMatch(/--link 5` opens https:\/\/a\.example\/5 \(resources\) and 395 more $/);
  expect(stderr).not.toContain("--link 6");
});

test.each([
  [["none"], 3, '"None" has no link to a web page\n'],
  [["one", "link", "--proof"], 3, '"One link" has no proof link to a web page\n'],
  [["t2"], 3, '"write" has no link to a web page\n'],
  [["several", "--link", "4"], 3, '"Several" has no link 4: there are 3 links\n  use --link 1 to --link 3\n'],
  [["several", "--proof", "--link", "2"], 3, '"Several" has no proof link 2: there is 1 link\n  use --link 1\n'],
  [["several", "--link", "x"], 2, 'invalid value for --link: "x"'],
  [["nothing"], 3, 'no topic or task matches "nothing"'],
])("`open %j` is refused", async (words, code, message) => {
  const { stdout, stderr, exitCode } = await withBrowser().run("open", ...words);
  expect([stdout, exitCode, stderr]).toEqual(["", code, expect.stringContaining(message)]);
});

test.skipIf(!hasPty)("in a terminal, the URL is shown and given to the browser as it is", async () => {
  const place = withBrowser();
  const url = "https://a.example/x?y=1&z=$(touch%20hacked)";
  const { output, exitCode } = await runOnPty(place, `BROWSER='${place.path("browser")}' $ROADMAP open 2 --link 1`);
  expect([output, exitCode]).toEqual([`opening ${url}\r\n`, 0]);
  expect(place.read("opened")).toBe(`${url}\n`);
  expect(existsSync(place.path("hacked"))).toBe(false);
});

test.skipIf(!hasPty)("in a terminal, the user chooses one of several links, or cancels", async () => {
  const place = withBrowser();
  const line = `BROWSER='${place.path("browser")}' $ROADMAP open several`;
  const chosen = await runOnPty(place, line, { keys: "\x1b[B\r", after: "Which one?" });
  expect([chosen.exitCode, place.read("opened")]).toEqual([0, "http://www.b.example/\n"]);
  const canceled = await runOnPty(place, line, { keys: "\x04", after: "Which one?" });
  expect(canceled.exitCode).toBe(3);
});

test.skipIf(!hasPty)(
  "in a terminal without a browser, the URL is shown with the error, and the exit code is 1",
  async () => {
    const place = withBrowser();
    const { output, exitCode } = await runOnPty(place, 'BROWSER="$(type -P false)" $ROADMAP open t1', {
      keys: "",
      after: "opening https://book.example/",
    });
    expect(exitCode).toBe(1);
    expect(output).toContain("open https://book.example/ yourself");
  },
);

test("with --dry-run nothing is opened", async () => {
  const place = withBrowser();
  const ran = await place.runWith({ env: { BROWSER: place.path("browser") } }, "open", "t1", "-n");
  expect([ran.stdout, existsSync(place.path("opened"))]).toEqual(["https://book.example/\n", false]);
});
