// Completing words: commands, options, their values, and names in the file.

import { beforeAll, expect, test } from "vitest";
import { parseText } from "../../../src/app/parse-text.js";
import { type CommandTable, readCommandTable } from "../../../src/cli/command-table.js";
import { completeWords } from "../../../src/cli/completion/complete-words.js";
import { splitLine } from "../../../src/cli/completion/split-line.js";
import { hostileText } from "../../support/hostile-names.js";

let table: CommandTable;

beforeAll(async () => {
  table = await readCommandTable();
});

const file = `---
roadmap: { status: { done: [Erledigt], blocked: "(wartet)" } }
---
# Plan

| Topic | Phase | Status | Owner name |
|---|---|---|---|
| HTTP Fundamentals | Week 1 | Erledigt | Ada |
| Kafka | 2 | | |

## Go track

### Phase 3: Go; deeply

- [ ] write a parser
`;

/** The completions of a line; the file is the one above, unless the line names another one. */
async function offered(line: string, text = file): Promise<string[] | "files"> {
  const typed = splitLine(`roadmap ${line}`);
  if (!typed) return [];
  const completion = await completeWords(table, typed, async (named) =>
    named === "none.md" ? null : (await parseText(text, null)).roadmap,
  );
  return completion === "files" ? completion : completion.map((candidate) => candidate.text);
}

test.each<[string, string[] | "files"]>([
  ["star", ["start"]],
  ["unl", ["unlock"]],
  ["nothing", []],
  ["--js", ["--json"]],
  ["--json li", ["list"]],
  ["--date today star", ["start"]],
  ["-f x.md li", ["list"]],
  ["--file=x.md li", ["list"]],
  ["-f ", "files"],
  ["list --file ", "files"],
  ["list --file=", []],
  ["apply ", "files"],
  ["apply x.jsonl ", []],
  ["git ", ["install"]],
  ["git install ", []],
  ["git install --g", ["--global"]],
  ["help exit", ["exit-codes"]],
  ["help unl", ["unlock"]],
  ["completion p", ["powershell"]],
  ["export c", ["csv"]],
  ["progress --by m", ["month"]],
  ["progress --by=m", ["--by=month"]],
  ["list --status in", ["in-progress"]],
  ["list --status E", ["Erledigt"]],
  ["list --status done --st", ["--status"]],
  ["list --limit 2 --lim", []],
  ["list --since y", ["yesterday"]],
  ["list --search ", []],
  ["list --phase ", ["Week 1", "2", "3"]],
  ["list --track ", ["Go track"]],
  ["start ", ["kafka", "write"]],
  ["don", ["done"]],
  ["done ka", ["kafka"]],
  ["rm writ", ["write"]],
  ["search --ph", ["--phase"]],
  ["search --phase ", ["Week 1", "2", "3"]],
  ["delete --y", ["--yes"]],
  ["constructor ", []],
  ["start ht", []],
  ["finish ", ["kafka", "write"]],
  ["reopen ", ["http"]],
  ["show ", ["http", "kafka", "write"]],
  ["show ht", ["http"]],
  ["show http ", ["fundamentals"]],
  ["show #", ["#1", "#2"]],
  ["show 2", ["2"]],
  ["uncheck ", []],
  ["uncheck t1", []],
  ["check t1", ["t1"]],
  ["remove ", ["http", "kafka", "write"]],
  ["edit writ", ["write"]],
  [
    "start http --date ",
    ["today", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
  ],
  ["start http --da", ["--date"]],
  ["start http --date today --da", []],
  ["start --date today ka", ["kafka"]],
  ["set --status done http fu", ["fundamentals"]],
  ["start -- http --", []],
  ["start writ", ["write"]],
  ["finish writ", ["write"]],
  ["finish write a ", ["parser"]],
  ["finish ka", ["kafka"]],
  ["check ", ["write"]],
  ["set http --due t", ["today", "tomorrow", "tuesday", "thursday"]],
  ["check t1 --mark ", ["x", "/", "-"]],
  ["doctor --only TABLE_H", ["TABLE_HTML"]],
  ["doctor --ignore TABLE_H", ["TABLE_HTML"]],
  ["set http --column ", ["Owner name="]],
  ["set http --priority h", ["high"]],
  ["list --sort O", ["Owner name"]],
  ["list --columns ", ["topic", "phase", "status", "Owner name"]],
  ["list --columns topic,s", ["topic,status"]],
  ["list --where ", ["topic=", "phase=", "status=", "Owner name="]],
  ["list --where phase=", ["phase=Week 1", "phase=2"]],
  ["list --where nothing=", []],
  ["rename --column ", ["topic", "phase", "status", "owner name"]],
  ["move http --after k", ["kafka"]],
  ["add task x --under wr", ["write"]],
  ["add topic x --depends-on ka", ["kafka"]],
  ["list --at H", ["HEAD"]],
  ["-f none.md set http --column ", []],
  ["-f none.md start ", []],
  ["-f none.md list --status d", ["done"]],
])("`roadmap %s` is completed with %j", async (line, expected) => {
  const found = await offered(line);
  expect(found === "files" ? found : [...found].sort()).toEqual(expected === "files" ? expected : [...expected].sort());
});

test("a status word of the file that roadmap has too is offered once, and none with `#` inside", async () => {
  const text = "| Topic | Phase | Status |\n|---|---|---|\n| A | C# | Done |\n| B | D | Fertig |\n";
  expect(await offered("list --status D", text)).toEqual([]);
  expect(await offered("list --phase ", text)).toEqual(["D"]);
});

test("a command of two words is offered one word at a time, and takes its own options", async () => {
  const add = {
    summary: "Add a topic",
    examples: [],
    options: [{ flags: "--phase <phase>", help: "", names: ["--phase"], value: "phase" }],
  };
  const many: CommandTable = {
    commands: [
      { name: "add topic", ...add },
      { name: "add task", ...add, options: [] },
    ],
    groups: {},
    aliases: {},
    options: [],
  };
  const texts = async (line: string) => {
    const typed = splitLine(`roadmap ${line}`);
    const completion = typed ? await completeWords(many, typed, async () => null) : [];
    return completion === "files" ? [] : completion.map(({ text }) => text);
  };
  expect(await texts("a")).toEqual(["add"]);
  expect(await texts("add ")).toEqual(["topic", "task"]);
  expect(await texts("add to")).toEqual(["topic"]);
  expect(await texts("add topic --")).toEqual(["--phase"]);
  expect(await texts("add task --")).toEqual([]);
});

test("every option and command of the program is offered, and their values where they are known", async () => {
  for (const { name, options, argument } of table.commands.filter((one) => one.name !== "dashboard")) {
    expect(await offered(name), name).toContain(name.split(" ").at(-1));
    const found = await offered(`${name} -`);
    for (const { names, isHidden = false } of options) expect(found.includes(names.at(-1) ?? ""), name).toBe(!isHidden);
    for (const option of options.filter(({ choices }) => choices))
      expect(await offered(`${name} ${option.names.at(-1)} `)).not.toEqual([]);
    for (const choice of argument?.choices ?? []) expect(await offered(`${name} `)).toContain(choice);
  }
});

test("no candidate has characters that are special to a shell", async () => {
  const plain = /^(?:#\d+|[\p{L}\p{N}\p{M}\p{S} ,./=@%+_-]*)$/u;
  for (const line of [
    "start ",
    "check ",
    "finish ",
    "list --phase ",
    "list --track ",
    "list --status ",
    "set x --phase=",
  ]) {
    const found = await offered(line, hostileText);
    expect(found).not.toBe("files");
    for (const text of found) expect(text, line).toMatch(plain);
    expect([...found].join("\n")).not.toMatch(/[$`;&|<>(){}[\]*?!~'"\\^]/);
  }
});

test.each<[string, string[] | null, string?]>([
  ["roadmap start http fu", ["start", "http"], "fu"],
  ["roadmap  start\thttp ", ["start", "http"], ""],
  ["roadmap start 'http fu", ["start"], "http fu"],
  ['roadmap start "http f\\"u\\x', ["start"], 'http f"u\\x'],
  ["roadmap start http\\ fu", ["start"], "http fu"],
  ["roadmap start it\\'s", ["start"], "it's"],
  ["A=1 sudo roadmap start x", ["start"], "x"],
  ["r start x", ["start"], "x"],
  ["roadmap $(touch x) st", null],
  ["roadmap `touch x` st", null],
  ["roadmap (touch x) st", null],
  ["roadmap $HOME", null],
  ["roadmap '$HOME `x` (y)'", [], "$HOME `x` (y)"],
  ["roadmap \\$HOME", [], "$HOME"],
])("the line %j is split into words, and nothing in it is run", (line, before, current) => {
  expect(splitLine(line)).toEqual(before && { before, current });
});
