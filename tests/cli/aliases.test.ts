// Aliases: words from other programs run as the commands they stand for.

import { expect, test } from "vitest";
import { aliases, withoutAlias } from "../../src/cli/aliases.js";
import { commandGroups, commands } from "../../src/cli/commands/index.js";
import { makePlace } from "../support/program.js";

const roadmap =
  "| Topic | Phase | Status |\n|---|---|---|\n| HTTP caching | 1 | |\n| Kafka | 2 | |\n\n- [ ] read http\n";

test.each([
  ["done http caching", "finish http caching"],
  ["ls --phase 2", "list --phase 2"],
  ["rm kafka --yes", "remove kafka --yes"],
  ["delete t1 --yes", "remove t1 --yes"],
  ["search http", "list --search http"],
  ["search http caching", "list --search 'http caching'"],
  ["search --topics http", "list --topics --search http"],
  ["search --phase 2 http --json", "list --phase 2 --search http --json"],
  ["search -- --http", "list --search=--http"],
  ["status", "dashboard"],
  ["status --json", "dashboard --json"],
  ["todo", "next"],
  ["version", "--version"],
  ["-v", "--version"],
  ["-f other.md todo", "-f other.md next"],
  ["--json ls", "--json list"],
  ["done", "finish"],
  ["done --help", "finish --help"],
  ["help done", "help finish"],
  ["help search", "help list"],
])("`%s` does the same as `%s`", async (typed, meant) => {
  const run = async (line: string) => {
    const place = makePlace({ "roadmap.md": roadmap, "other.md": roadmap.replace("Kafka", "Redis") });
    const ran = await place.shell(`$ROADMAP ${line}`);
    return { ...ran, stdout: ran.stdout.replaceAll(place.folder, ""), text: place.read() };
  };
  expect(await run(typed)).toEqual(await run(meant));
});

test("a search without a text is refused, and no word of a name is taken for an alias", async () => {
  const place = makePlace(`${roadmap}- [ ] done\n`);
  expect(await place.run("search")).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("--search TEXT") });
  expect(withoutAlias(["check", "done"])).toEqual(["check", "done"]);
  expect((await place.run("check", "done")).exitCode).toBe(0);
  expect(place.read()).toContain("- [x] done\n");
  expect(withoutAlias(["-f", "ls", "list"])).toEqual(["-f", "ls", "list"]);
  expect(withoutAlias(["constructor"])).toEqual(["constructor"]);
});

test("no alias hides a command, and each stands for one", () => {
  for (const [word, command] of Object.entries(aliases)) {
    expect(commands.has(word) || commandGroups.has(word), word).toBe(false);
    expect(commands.has(command.split(" ")[0] ?? "") || command === "--version", command).toBe(true);
  }
});

test("with --quiet, a change prints nothing, and a view prints no hint", async () => {
  const place = makePlace(roadmap);
  const silent = { stdout: "", stderr: "", exitCode: 0, signal: null };
  expect(await place.run("start", "kafka", "--quiet")).toEqual(silent);
  expect(place.read()).toContain("| Kafka | 2 | In Progress |");
  expect(await place.run("-q", "start", "kafka")).toEqual(silent);
  expect(await place.run("undo", "-q")).toEqual(silent);
  expect(place.read()).toBe(roadmap);
  expect(await place.run("list", "-q")).toEqual(await place.run("list"));
  expect((await place.run("start", "kafka", "-q", "-n")).stdout).toContain("+| Kafka | 2 | In Progress |");
  expect((await place.run("start", "kafka", "-q", "--json")).stdout).toContain('"kind":"change"');
  const refused = await place.run("reopen", "http", "-q");
  expect(refused).toEqual(await place.run("reopen", "http"));
  expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("has not been started") });
});
