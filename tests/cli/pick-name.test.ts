// A command without a name: in a terminal it asks, with a search; elsewhere it lists what it could be about.

import { expect, test } from "vitest";
import { makePlace } from "../support/program.js";
import { hasTerminal, openTerminal } from "../support/terminal.js";

const roadmap = `# Pick

| Topic | Phase | Status |
|---|---|---|
| HTTP | 1 | Done |
| SQL | 1 | |
| Redis | 2 | In Progress |
| Café basics | 2 | Blocked |

- [ ] write
- [x] read
`;

test.each([
  ["finish", "no topic or task given", ["3  Redis", "2  SQL", "4  Café basics", "t1  write"]],
  ["start", "no topic or task given", ["2  SQL", "4  Café basics", "t1  write"]],
  ["reopen", "no topic or task given", ["1  HTTP", "4  Café basics", "t2  read"]],
  ["check", "no task given", ["t1  write"]],
  ["show", "no topic or task given", ["3  Redis", "1  HTTP", "2  SQL", "4  Café basics", "t1  write", "t2  read"]],
  ["set", "no topic given", ["3  Redis", "1  HTTP", "2  SQL", "4  Café basics"]],
])(
  "without a terminal, `%s` lists what it can act on, in progress first, and exits with 2",
  async (command, message, expected) => {
    const place = makePlace(roadmap);
    const { stdout, stderr, exitCode } = await place.run(command);
    const [first, ...lines] = stderr.trimEnd().split("\n");
    expect([stdout, first, exitCode]).toEqual(["", `roadmap: ${command}: ${message}`, 2]);
    const hint = lines.pop() ?? "";
    expect(lines.map((line) => line.replace(/ +Phase .*/, "").trim())).toEqual(expected);
    expect(hint).toContain("numbers need no #, which starts a comment in a shell");
    const commands = Array.from(hint.matchAll(/`(roadmap [^`]+)`/g), ([, typed = ""]) => typed);
    expect(commands).toHaveLength(2);
    for (const typed of commands)
      expect((await makePlace(roadmap).shell(`${typed.replace("roadmap", "$ROADMAP")} -n`)).exitCode).not.toBe(3);
    const json = await place.run(command, "--json");
    expect(JSON.parse(json.stderr)).toMatchObject({ code: "USAGE", exitCode: 2 });
    expect(JSON.parse(json.stderr).candidates).toHaveLength(expected.length);
  },
);

test("a number that the shell took for a comment is explained, and all done is no list", async () => {
  const place = makePlace(roadmap);
  expect((await place.shell("$ROADMAP start #2")).stderr).toContain("numbers need no #");
  const done = makePlace("| Topic | Status |\n|---|---|\n| HTTP | Done |\n");
  expect(await done.run("start")).toMatchObject({
    exitCode: 2,
    stderr: "roadmap: start: no topic or task given\n  `roadmap list` shows all names\n",
  });
  expect((await makePlace({}).run("start")).exitCode).toBe(3);
});

test.skipIf(!hasTerminal)("in a terminal, typing narrows the list, and Enter takes what is left", async () => {
  const place = makePlace(roadmap);
  const terminal = openTerminal(place, "$ROADMAP finish");
  await terminal.until("Which topic or task to finish?");
  expect(terminal.text()).toMatch(/3 {2}Redis[\s\S]*2 {2}SQL/);
  expect(terminal.text()).not.toContain("HTTP");
  terminal.type("cafe");
  await terminal.untilGone("Redis");
  terminal.type("Enter");
  expect(await terminal.exitCode()).toBe(0);
  expect(place.read()).toContain("| Café basics | 2 | Done |");
});

test.skipIf(!hasTerminal).each([["Escape"], ["C-d"], ["C-c"]])(
  "in a terminal, %s chooses nothing, with a word and exit 1",
  async (key) => {
    const place = makePlace(roadmap);
    const terminal = openTerminal(place, "$ROADMAP start");
    await terminal.until("Which topic or task to start?");
    terminal.type(key);
    expect(await terminal.exitCode()).toBe(1);
    expect(terminal.text()).toContain("canceled: no topic or task was chosen");
    expect(terminal.text()).toContain("→ roadmap list    shows all names and numbers");
    expect(place.read()).toBe(roadmap);
  },
);

test.skipIf(!hasTerminal)("with --no-input the list is printed in a terminal, too", async () => {
  const terminal = openTerminal(makePlace(roadmap), "$ROADMAP start --no-input");
  expect(await terminal.exitCode()).toBe(2);
  expect(terminal.text()).toContain("no topic or task given");
});
